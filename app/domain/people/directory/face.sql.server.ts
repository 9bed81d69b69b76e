import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { placementsOn } from '../people.sql.server.ts';
import { calledOn } from './people-list.sql.server.ts';

/** Who somebody is and where they work on a day, as everything was called then. */
export type Face = {
  personId: string;
  name: string;
  employeeNumber: string | null;
  jobTitle: string;
  departmentId: string;
  department: string;
  site: string;
};

/** Of some people who have a place on the day. Of today, what they are called is not looked up in the history. */
export function facesOn(db: Reader | Tx, ids: string[], day: string, isPast: boolean): Promise<Face[]> {
  const names = isPast
    ? sql`${calledOn(sql`"Identity"`, sql`"personId" = p."id"`, sql`p."name"`, day)} AS "name",
      ${calledOn(sql`"DepartmentTerms"`, sql`"departmentId" = d."id"`, sql`d."name"`, day)} AS "department",
      ${calledOn(sql`"SiteTerms"`, sql`"siteId" = st."id"`, sql`st."name"`, day)} AS "site"`
    : sql`p."name", d."name" AS "department", st."name" AS "site"`;
  return db.$queryRaw<Face[]>(sql`
    SELECT p."id" AS "personId", p."employeeNumber", pl."jobTitle", pl."departmentId", ${names}
    FROM json_each(${JSON.stringify(ids)}) wanted CROSS JOIN "Person" p ON p."id" = wanted.value
      CROSS JOIN ${placementsOn(day)} pl ON pl."personId" = p."id"
      CROSS JOIN "Department" d ON d."id" = pl."departmentId" CROSS JOIN "Site" st ON st."id" = pl."siteId"`);
}
