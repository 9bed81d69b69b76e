import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';

export type EndDeputyRefusal =
  'not-allowed' | 'unknown-deputyship' | 'over-already' | 'before-it-began' | 'not-earlier';

/** An earlier last day for a deputy. One whose time has not begun, and is to end before it does, never was one. */
export async function endDeputy(
  tx: Tx,
  actor: Actor,
  input: { deputyshipId: string; untilOn: string },
): Promise<{ ok: true } | Refused<EndDeputyRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { deputyshipId: id, untilOn } = input;
  const deputyship = await tx.deputyship.findUnique({ where: { id } });
  if (!deputyship) return { refused: 'unknown-deputyship' };
  const today = await companyToday(tx);
  if (deputyship.untilOn < today) return { refused: 'over-already' };
  if (untilOn >= deputyship.untilOn) return { refused: 'not-earlier' };
  const neverWas = untilOn < deputyship.fromOn;
  if (neverWas && deputyship.fromOn <= today) return { refused: 'before-it-began' };
  if (neverWas) await tx.deputyship.delete({ where: { id } });
  else await tx.deputyship.update({ where: { id }, data: { untilOn } });
  const { departmentId, personId } = deputyship;
  await record(tx, actor, {
    name: 'deputy.ended',
    subject: { type: 'department', id: departmentId },
    facts: { personId, untilOn },
  });
  return { ok: true };
}
