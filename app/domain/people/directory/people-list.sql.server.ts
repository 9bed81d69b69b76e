import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { emptySql, joinSql, sql } from '#app/platform/db/sql.server.ts';
import { placementsToShow } from '../people.sql.server.ts';
import type { WhoListed } from './people-list.ts';

export type PeopleWanted = {
  words: string[];
  departmentIds: string[] | null;
  who: WhoListed;
  day: string;
  /** Whether the day has gone by. */
  isPast: boolean;
};

export type ListedPerson = {
  id: string;
  name: string;
  employeeNumber: string | null;
  department: string;
  site: string;
  jobTitle: string;
  /** Of those who work here, or are about to. */
  hiredOn: string | null;
  /** When they last left. */
  leftOn: string | null;
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

/** Of a day gone by, who began later is not in the list; of today they are about to. */
function begunThen({ day, isPast }: PeopleWanted): Sql {
  return isPast ? sql`em."hiredOn" <= ${day}` : sql`1`;
}

function worksThen(wanted: PeopleWanted): Sql {
  return sql`(em."leftOn" IS NULL OR em."leftOn" >= ${wanted.day}) AND ${begunThen(wanted)}`;
}

/** A condition: who is asked for, as things stood on that day. */
function askedFor(wanted: PeopleWanted): Sql {
  const { who } = wanted;
  const here = sql`EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = p."id" AND ${worksThen(wanted)})`;
  if (who === 'working') return here;
  const known = sql`EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = p."id" AND ${begunThen(wanted)})`;
  return who === 'all' ? known : sql`${known} AND NOT ${here}`;
}

/** How something was called on a day: as its newest row says that had begun, or its first; without any, as now. */
function calledOn(table: Sql, whose: Sql, now: Sql, day: string): Sql {
  return sql`COALESCE((SELECT "name" FROM ${table} WHERE ${whose} AND "fromOn" <= ${day} ORDER BY "fromOn" DESC LIMIT 1),
    (SELECT "name" FROM ${table} WHERE ${whose} ORDER BY "fromOn" LIMIT 1), ${now})`;
}

function listed(wanted: PeopleWanted): Sql {
  const { words, departmentIds, day } = wanted;
  const inDepartments = departmentIds
    ? sql`AND pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(departmentIds)}))`
    : emptySql;
  return sql`FROM "Person" p JOIN ${placementsToShow(day)} pl ON pl."personId" = p."id"
    WHERE ${askedFor(wanted)}
      AND ${holdsWords(sql`p."searchKey"`, words)} ${inDepartments}`;
}

/** By name, as they and their departments were called on the day. */
export function listPeople(
  db: Reader | Tx,
  wanted: PeopleWanted,
  limit: number,
  offset: number,
): Promise<ListedPerson[]> {
  const { day } = wanted;
  return db.$queryRaw<ListedPerson[]>(sql`
    WITH page AS MATERIALIZED (
      SELECT p."id", p."sortKey", p."name", p."employeeNumber", pl."departmentId", pl."siteId", pl."jobTitle"
      ${listed(wanted)} ORDER BY p."sortKey", p."id" LIMIT ${limit} OFFSET ${offset})
    SELECT page."id", page."employeeNumber", page."jobTitle",
      ${calledOn(sql`"Identity"`, sql`"personId" = page."id"`, sql`page."name"`, day)} AS "name",
      ${calledOn(sql`"DepartmentTerms"`, sql`"departmentId" = d."id"`, sql`d."name"`, day)} AS "department",
      ${calledOn(sql`"SiteTerms"`, sql`"siteId" = st."id"`, sql`st."name"`, day)} AS "site",
      (SELECT MIN(em."hiredOn") FROM "Employment" em WHERE em."personId" = page."id" AND ${worksThen(wanted)}) AS "hiredOn",
      (SELECT MAX(em."leftOn") FROM "Employment" em WHERE em."personId" = page."id" AND em."leftOn" < ${day}) AS "leftOn",
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
