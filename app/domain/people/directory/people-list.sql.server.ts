import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { placementsToShow } from '../people.sql.server.ts';

/** As of which day, and whether it has gone by. */
export type ListDay = { day: string; isPast: boolean };

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

/** Of a day gone by, who began later is not in the list; of today they are about to. */
function begunThen({ day, isPast }: ListDay): Sql {
  return isPast ? sql`em."hiredOn" <= ${day}` : sql`1`;
}

function worksThen(wanted: ListDay): Sql {
  return sql`(em."leftOn" IS NULL OR em."leftOn" >= ${wanted.day}) AND ${begunThen(wanted)}`;
}

/** How something was called on a day: as its newest row says that had begun, or its first; without any, as now. */
export function calledOn(table: Sql, whose: Sql, now: Sql, day: string): Sql {
  return sql`COALESCE((SELECT "name" FROM ${table} WHERE ${whose} AND "fromOn" <= ${day} ORDER BY "fromOn" DESC LIMIT 1),
    (SELECT "name" FROM ${table} WHERE ${whose} ORDER BY "fromOn" LIMIT 1), ${now})`;
}

/** Some people in the order given, as they and their departments were called on the day. */
export function listPeople(db: Reader | Tx, ids: string[], wanted: ListDay): Promise<ListedPerson[]> {
  const { day } = wanted;
  return db.$queryRaw<ListedPerson[]>(sql`
    SELECT p."id", p."employeeNumber", pl."jobTitle",
      ${calledOn(sql`"Identity"`, sql`"personId" = p."id"`, sql`p."name"`, day)} AS "name",
      ${calledOn(sql`"DepartmentTerms"`, sql`"departmentId" = d."id"`, sql`d."name"`, day)} AS "department",
      ${calledOn(sql`"SiteTerms"`, sql`"siteId" = st."id"`, sql`st."name"`, day)} AS "site",
      (SELECT MIN(em."hiredOn") FROM "Employment" em WHERE em."personId" = p."id" AND ${worksThen(wanted)}) AS "hiredOn",
      (SELECT MAX(em."leftOn") FROM "Employment" em WHERE em."personId" = p."id" AND em."leftOn" < ${day}) AS "leftOn",
      (SELECT group_concat(DISTINCT r."role") FROM "RoleGrant" r WHERE r."personId" = p."id" AND r."revokedAt" IS NULL) AS "roles"
    FROM json_each(${JSON.stringify(ids)}) wanted CROSS JOIN "Person" p ON p."id" = wanted.value
      CROSS JOIN ${placementsToShow(day)} pl ON pl."personId" = p."id"
      CROSS JOIN "Department" d ON d."id" = pl."departmentId" CROSS JOIN "Site" st ON st."id" = pl."siteId"
    ORDER BY wanted.key`);
}
