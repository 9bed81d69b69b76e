import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { departmentStand } from './departments/department-stand-reads.server.ts';
import { wouldLoop } from './departments/tree-days.ts';
import { inForceOn, nextChange } from './history/in-force.ts';
import { dayBefore } from './iso-date.ts';
import { termOn } from './staff/employment.ts';

export type PlaceDepartmentRefusal =
  | 'not-allowed'
  | 'unknown-department'
  | 'closed'
  | 'unknown-parent'
  | 'parent-closed'
  | 'unknown-head'
  | 'below-itself';

export type DepartmentPlace = {
  departmentId: string;
  parentId: string | null;
  headId: string | null;
  fromOn: string;
};

/** From a day on, a department stands under another one or has another head. What was before stays on record. */
export async function placeDepartment(
  tx: Tx,
  actor: Actor,
  input: DepartmentPlace,
): Promise<{ ok: true } | Refused<PlaceDepartmentRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { departmentId, parentId, headId, fromOn } = input;
  const rows = await tx.departmentPlacement.findMany();
  const own = rows.filter((row) => row.departmentId === departmentId);
  if (own.length === 0) return { refused: 'unknown-department' };
  if (inForceOn(own, fromOn)?.closed) return { refused: 'closed' };
  if (parentId) {
    if (wouldLoop(rows, departmentId, parentId, fromOn)) return { refused: 'below-itself' };
    const next = nextChange(own, fromOn);
    const stand = await departmentStand(tx, parentId, fromOn, next && dayBefore(next));
    if (stand !== 'open') return { refused: stand === 'closed' ? 'parent-closed' : 'unknown-parent' };
  }
  if (headId) {
    const terms = await tx.employment.findMany({ where: { personId: headId } });
    if (!termOn(terms, fromOn)) return { refused: 'unknown-head' };
  }
  const place = { parentId, headId };
  await tx.departmentPlacement.upsert({
    where: { departmentId_fromOn: { departmentId, fromOn } },
    create: { id: ulid(), departmentId, fromOn, ...place },
    update: place,
  });
  await record(tx, actor, {
    name: 'department.placed',
    subject: { type: 'department', id: departmentId },
    facts: { ...place, fromOn },
  });
  return { ok: true };
}
