import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { termOn } from '../staff/employment.ts';
import { departmentStand } from './department-stand-reads.server.ts';

export type NameDeputyRefusal =
  'not-allowed' | 'unknown-department' | 'closed' | 'ends-before-it-begins' | 'not-employed' | 'overlaps';

export type NewDeputyship = { departmentId: string; personId: string; fromOn: string; untilOn: string };

/** Somebody acts as head of a department for a time, both days inclusive; they work here all that time. */
export async function nameDeputy(
  tx: Tx,
  actor: Actor,
  input: NewDeputyship,
): Promise<{ ok: true; deputyshipId: string } | Refused<NameDeputyRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { departmentId, personId, fromOn, untilOn } = input;
  if (untilOn < fromOn) return { refused: 'ends-before-it-begins' };
  const stand = await departmentStand(tx, departmentId, fromOn, untilOn);
  if (stand !== 'open') return { refused: stand === 'unknown' ? 'unknown-department' : 'closed' };
  const term = termOn(await tx.employment.findMany({ where: { personId } }), fromOn);
  if (!term || (term.leftOn !== null && term.leftOn < untilOn)) return { refused: 'not-employed' };
  const meanwhile = { departmentId, personId, fromOn: { lte: untilOn }, untilOn: { gte: fromOn } };
  if ((await tx.deputyship.count({ where: meanwhile })) > 0) return { refused: 'overlaps' };
  const id = ulid();
  await tx.deputyship.create({ data: { id, departmentId, personId, fromOn, untilOn, createdAt: now() } });
  await record(tx, actor, {
    name: 'deputy.named',
    subject: { type: 'department', id: departmentId },
    facts: { personId, fromOn, untilOn },
  });
  return { ok: true, deputyshipId: id };
}
