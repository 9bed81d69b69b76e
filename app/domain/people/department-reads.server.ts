import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { companyToday } from './company-reads.server.ts';
import type { Department } from './department.ts';
import { departmentPlacementsOn, departmentTermsOn, employedOn } from './people.sql.server.ts';

/** All departments as they stand on a day, which is today unless told otherwise, by name. Who has left heads none. */
export async function readDepartments(db: Reader | Tx, on?: string): Promise<Department[]> {
  const day = on ?? (await companyToday(db));
  return db.$queryRaw<Department[]>(sql`
    SELECT d."id", COALESCE(t."name", d."name") AS "name",
      CASE WHEN t."id" IS NULL THEN d."function" ELSE t."function" END AS "function", dp."parentId",
      CASE WHEN ${employedOn(sql`dp."headId"`, day)} THEN dp."headId" END AS "headId"
    FROM "Department" d CROSS JOIN ${departmentPlacementsOn(day)} dp ON dp."departmentId" = d."id"
      LEFT JOIN ${departmentTermsOn(day)} t ON t."departmentId" = d."id"
    ORDER BY d."sortKey", d."id"`);
}

export type DepartmentRow = Department & { headName: string | null; people: number };

/** For HR's list: with the head's name and how many work there on that day, without those below, as `counts` says. */
export async function readDepartmentRows(
  db: Reader | Tx,
  day: string,
  counts: Map<string, number>,
): Promise<DepartmentRow[]> {
  const departments = await readDepartments(db, day);
  const heads = await db.$queryRaw<{ id: string; name: string }[]>(sql`
    SELECT "id", "name" FROM "Person" WHERE "id" IN (
      SELECT value FROM json_each(${JSON.stringify(departments.flatMap(({ headId }) => headId ?? []))}))`);
  const names = new Map(heads.map(({ id, name }) => [id, name]));
  return departments.map((department) => ({
    ...department,
    headName: department.headId ? (names.get(department.headId) ?? null) : null,
    people: counts.get(department.id) ?? 0,
  }));
}

/** Those that are no more today, by name. */
export async function readClosedDepartments(db: Reader | Tx): Promise<{ id: string; name: string }[]> {
  const open = await readDepartments(db);
  return db.department.findMany({
    where: { id: { notIn: open.map(({ id }) => id) } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}
