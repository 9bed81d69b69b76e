import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { withBelow } from './department.ts';
import { readDepartments } from './department-reads.server.ts';

export type PlaceDepartmentRefusal =
  'not-allowed' | 'unknown-department' | 'unknown-parent' | 'unknown-head' | 'below-itself';

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
  const departments = await readDepartments(tx);
  if (!departments.some(({ id }) => id === departmentId)) return { refused: 'unknown-department' };
  if (parentId && !departments.some(({ id }) => id === parentId)) return { refused: 'unknown-parent' };
  if (parentId && withBelow(departments, departmentId).includes(parentId)) return { refused: 'below-itself' };
  if (headId && !(await tx.person.findUnique({ where: { id: headId }, select: { id: true } }))) {
    return { refused: 'unknown-head' };
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
