import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { NewDepartment } from './department.ts';
import { companyToday } from './company-reads.server.ts';
import { departmentStand } from './departments/department-stand-reads.server.ts';
import { laterDay } from './iso-date.ts';
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
  if (headId && !(await tx.person.findUnique({ where: { id: headId }, select: { id: true } }))) {
    return { refused: 'unknown-head' };
  }
  const today = await companyToday(tx);
  const fromOn = input.fromOn ?? today;
  if (parentId && (await departmentStand(tx, parentId, laterDay(fromOn, today), null)) !== 'open') {
    return { refused: 'unknown-parent' };
  }
  const id = ulid();
  const terms = { name, function: input.function ?? null };
  await tx.department.create({
    data: { id, ...terms, sortKey: fold(name), createdAt: now() },
  });
  await tx.departmentTerms.create({ data: { id: ulid(), departmentId: id, fromOn, ...terms } });
  await tx.departmentPlacement.create({ data: { id: ulid(), departmentId: id, fromOn, parentId, headId } });
  await record(tx, actor, {
    name: 'department.added',
    subject: { type: 'department', id },
    facts: { parentId, headId },
  });
  return { ok: true, departmentId: id };
}
