import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { companyToday } from './company-reads.server.ts';
import type { Department } from './department.ts';
import { departmentPlacementsOn, employedOn, placementsOn } from './people.sql.server.ts';

/** All departments as they stand today, by name. */
export async function readDepartments(db: Reader | Tx): Promise<Department[]> {
  const today = await companyToday(db);
  return db.$queryRaw<Department[]>(sql`
    SELECT d."id", d."name", d."function", dp."parentId", dp."headId"
    FROM "Department" d LEFT JOIN ${departmentPlacementsOn(today)} dp ON dp."departmentId" = d."id"
    ORDER BY d."sortKey", d."id"`);
}

export type DepartmentRow = Department & { headName: string | null; people: number };

/** For HR's list: with the head's name and how many work there today, without those below. */
export async function readDepartmentRows(db: Reader | Tx): Promise<DepartmentRow[]> {
  const departments = await readDepartments(db);
  const today = await companyToday(db);
  const heads = await db.person.findMany({
    where: { id: { in: departments.flatMap(({ headId }) => headId ?? []) } },
    select: { id: true, name: true },
  });
  const counts = await countPeople(db, today);
  const names = new Map(heads.map(({ id, name }) => [id, name]));
  return departments.map((department) => ({
    ...department,
    headName: department.headId ? (names.get(department.headId) ?? null) : null,
    people: counts.get(department.id) ?? 0,
  }));
}

async function countPeople(db: Reader | Tx, today: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ departmentId: string; people: bigint | number }[]>(sql`
    SELECT pl."departmentId", COUNT(*) AS people FROM ${placementsOn(today)} pl
    WHERE ${employedOn(sql`pl."personId"`, today)} GROUP BY pl."departmentId"`);
  return new Map(rows.map(({ departmentId, people }) => [departmentId, Number(people)]));
}
