import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { inForceOn } from '../history/in-force.ts';
import { departmentStand } from './department-stand-reads.server.ts';
import { wouldLoop } from './tree-days.ts';

export type ReopenDepartmentRefusal = 'not-allowed' | 'unknown-department' | 'not-closed';

/** From a day on a closed department is there again: where it was, if that is open, else at the top; without a head. */
export async function reopenDepartment(
  tx: Tx,
  actor: Actor,
  input: { departmentId: string; fromOn: string },
): Promise<{ ok: true } | Refused<ReopenDepartmentRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { departmentId, fromOn } = input;
  const rows = await tx.departmentPlacement.findMany();
  const own = rows.filter((row) => row.departmentId === departmentId);
  if (own.length === 0) return { refused: 'unknown-department' };
  const held = inForceOn(own, fromOn);
  if (!held?.closed) return { refused: 'not-closed' };
  const before = held.parentId;
  const fits =
    before !== null &&
    !wouldLoop(rows, departmentId, before, fromOn) &&
    (await departmentStand(tx, before, fromOn, null)) === 'open';
  const place = { parentId: fits ? before : null, headId: null, closed: false };
  await tx.departmentPlacement.upsert({
    where: { departmentId_fromOn: { departmentId, fromOn } },
    create: { id: ulid(), departmentId, fromOn, ...place },
    update: place,
  });
  await record(tx, actor, {
    name: 'department.reopened',
    subject: { type: 'department', id: departmentId },
    facts: { fromOn },
  });
  return { ok: true };
}
