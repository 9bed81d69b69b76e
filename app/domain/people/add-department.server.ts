import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewDepartment } from './department.ts';
import { companyToday } from './company-reads.server.ts';
import { fold } from './search-key.ts';

export type AddDepartmentRefusal = 'not-allowed' | 'name-taken' | 'unknown-parent' | 'unknown-head';

/** A department that has stood since `fromOn`, by default from today. */
export async function addDepartment(
  tx: Tx,
  actor: Actor,
  input: NewDepartment & { fromOn?: string },
): Promise<{ ok: true; departmentId: string } | Refused<AddDepartmentRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { name, parentId = null, headId = null } = input;
  if (await tx.department.findUnique({ where: { name }, select: { id: true } }))
    return { refused: 'name-taken' };
  if (parentId && !(await tx.department.findUnique({ where: { id: parentId }, select: { id: true } }))) {
    return { refused: 'unknown-parent' };
  }
  if (headId && !(await tx.person.findUnique({ where: { id: headId }, select: { id: true } }))) {
    return { refused: 'unknown-head' };
  }
  const id = ulid();
  const fromOn = input.fromOn ?? (await companyToday(tx));
  await tx.department.create({
    data: { id, name, function: input.function ?? null, sortKey: fold(name), createdAt: now() },
  });
  await tx.departmentPlacement.create({ data: { id: ulid(), departmentId: id, fromOn, parentId, headId } });
  await record(tx, actor, {
    name: 'department.added',
    subject: { type: 'department', id },
    facts: { parentId, headId },
  });
  return { ok: true, departmentId: id };
}
