import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { emptySql, joinSql, sql } from '#app/platform/db/sql.server.ts';

export type PeopleWanted = { words: string[]; departmentIds: string[] | null; today: string };

export type ListedPerson = {
  id: string;
  name: string;
  employeeNumber: string | null;
  department: string;
  site: string;
  jobTitle: string;
  hiredOn: string;
  roles: string | null;
};

/** A condition: every word stands somewhere in the column, which is folded. */
export function holdsWords(column: Sql, words: string[]): Sql {
  return words.length === 0
    ? sql`1`
    : joinSql(
        words.map((word) => sql`instr(${column}, ${word}) > 0`),
        ' AND ',
      );
}

/** Today's placement; of those who have yet to begin, their first. */
function placementsToShow(today: string): Sql {
  return sql`(SELECT pl.* FROM "Placement" pl WHERE NOT EXISTS (
      SELECT 1 FROM "Placement" later WHERE later."personId" = pl."personId" AND later."fromOn" <= ${today} AND later."fromOn" > pl."fromOn")
    AND (pl."fromOn" <= ${today} OR NOT EXISTS (
      SELECT 1 FROM "Placement" earlier WHERE earlier."personId" = pl."personId" AND earlier."fromOn" < pl."fromOn")))`;
}

function listed({ words, departmentIds, today }: PeopleWanted): Sql {
  const inDepartments = departmentIds
    ? sql`AND pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(departmentIds)}))`
    : emptySql;
  return sql`FROM "Person" p JOIN ${placementsToShow(today)} pl ON pl."personId" = p."id"
    WHERE EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = p."id" AND (em."leftOn" IS NULL OR em."leftOn" >= ${today}))
      AND ${holdsWords(sql`p."searchKey"`, words)} ${inDepartments}`;
}

/** Those who work here, and those who are about to. */
export function listPeople(
  db: Reader | Tx,
  wanted: PeopleWanted,
  limit: number,
  offset: number,
): Promise<ListedPerson[]> {
  const { today } = wanted;
  return db.$queryRaw<ListedPerson[]>(sql`
    WITH page AS MATERIALIZED (
      SELECT p."id", p."sortKey", p."name", p."employeeNumber", pl."departmentId", pl."siteId", pl."jobTitle"
      ${listed(wanted)} ORDER BY p."sortKey", p."id" LIMIT ${limit} OFFSET ${offset})
    SELECT page."id", page."name", page."employeeNumber", page."jobTitle", d."name" AS "department", st."name" AS "site",
      (SELECT MAX(em."hiredOn") FROM "Employment" em WHERE em."personId" = page."id"
        AND (em."leftOn" IS NULL OR em."leftOn" >= ${today})) AS "hiredOn",
      (SELECT group_concat(DISTINCT r."role") FROM "RoleGrant" r WHERE r."personId" = page."id" AND r."revokedAt" IS NULL) AS "roles"
    FROM page JOIN "Department" d ON d."id" = page."departmentId" JOIN "Site" st ON st."id" = page."siteId"
    ORDER BY page."sortKey", page."id"`);
}

export async function countListed(db: Reader | Tx, wanted: PeopleWanted): Promise<number> {
  const rows = await db.$queryRaw<{ people: bigint | number }[]>(
    sql`SELECT COUNT(*) AS people ${listed(wanted)}`,
  );
  return Number(rows[0]?.people ?? 0);
}

export async function countEmployed(db: Reader | Tx, today: string): Promise<number> {
  const rows = await db.$queryRaw<{ people: bigint | number }[]>(sql`
    SELECT COUNT(DISTINCT em."personId") AS people FROM "Employment" em
    WHERE em."hiredOn" <= ${today} AND (em."leftOn" IS NULL OR em."leftOn" >= ${today})`);
  return Number(rows[0]?.people ?? 0);
}
