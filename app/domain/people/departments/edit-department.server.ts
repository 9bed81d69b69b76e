import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import type { DepartmentTerms } from '../department.ts';
import { laterDay } from '../iso-date.ts';
import { fold } from '../search-key.ts';

export type EditDepartmentRefusal = 'not-allowed' | 'unknown-department' | 'name-taken';

/** From today a department has another name or function. How it was called stays on record. */
export async function editDepartment(
  tx: Tx,
  actor: Actor,
  input: DepartmentTerms & { departmentId: string },
): Promise<{ ok: true } | Refused<EditDepartmentRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { departmentId, name } = input;
  const before = await tx.department.findUnique({
    where: { id: departmentId },
    select: { name: true, function: true },
  });
  if (!before) return { refused: 'unknown-department' };
  const terms = { name, function: input.function ?? null };
  const fields = (['name', 'function'] as const).filter((field) => before[field] !== terms[field]);
  if (fields.length === 0) return { ok: true };
  if ((await tx.department.count({ where: { name, id: { not: departmentId } } })) > 0) {
    return { refused: 'name-taken' };
  }
  const newest = await tx.departmentTerms.findFirst({ where: { departmentId }, orderBy: { fromOn: 'desc' } });
  const fromOn = laterDay(newest?.fromOn ?? '', await companyToday(tx));
  await tx.department.update({ where: { id: departmentId }, data: { ...terms, sortKey: fold(name) } });
  await tx.departmentTerms.upsert({
    where: { departmentId_fromOn: { departmentId, fromOn } },
    create: { id: ulid(), departmentId, fromOn, ...terms },
    update: terms,
  });
  await record(tx, actor, {
    name: 'department.edited',
    subject: { type: 'department', id: departmentId },
    facts: { fields },
  });
  return { ok: true };
}
