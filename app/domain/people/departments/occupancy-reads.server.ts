import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';

/** Whether somebody who works here then has a placement that meets a condition, on a day or on any later one. */
async function isOccupied(db: Reader | Tx, there: Sql, from: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ personId: string }[]>(sql`
    SELECT pl."personId" FROM "Placement" pl
    LEFT JOIN "Placement" next ON next."personId" = pl."personId" AND next."fromOn" = (
      SELECT MIN(later."fromOn") FROM "Placement" later WHERE later."personId" = pl."personId" AND later."fromOn" > pl."fromOn")
    JOIN "Employment" em ON em."personId" = pl."personId"
      AND (next."fromOn" IS NULL OR em."hiredOn" < next."fromOn")
      AND (em."leftOn" IS NULL OR (em."leftOn" >= pl."fromOn" AND em."leftOn" >= ${from}))
    WHERE ${there} AND (next."fromOn" IS NULL OR next."fromOn" > ${from}) LIMIT 1`);
  return rows.length > 0;
}

export function worksInDepartment(db: Reader | Tx, departmentId: string, from: string): Promise<boolean> {
  return isOccupied(db, sql`pl."departmentId" = ${departmentId}`, from);
}

export function worksAtSite(db: Reader | Tx, siteId: string, from: string): Promise<boolean> {
  return isOccupied(db, sql`pl."siteId" = ${siteId}`, from);
}
