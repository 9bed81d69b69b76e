import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { departmentPlacementsOn, employedOn, placementsOn } from '../people.sql.server.ts';

/** Who heads somebody's department today and works here; of a head, who heads the one above. Null at the top. */
export async function headOfPerson(db: Reader | Tx, personId: string): Promise<string | null> {
  const today = await companyToday(db);
  const rows = await db.$queryRaw<{ headId: string | null }[]>(sql`
    WITH RECURSIVE place AS (SELECT * FROM ${departmentPlacementsOn(today)}),
      above(departmentId, depth) AS (
        SELECT pl."departmentId", 0 FROM ${placementsOn(today)} pl WHERE pl."personId" = ${personId}
        UNION ALL
        SELECT place."parentId", above.depth + 1 FROM above JOIN place ON place."departmentId" = above.departmentId
        WHERE place."parentId" IS NOT NULL AND above.depth < 20)
    SELECT place."headId" FROM above JOIN place ON place."departmentId" = above.departmentId
    WHERE place."headId" <> ${personId} AND ${employedOn(sql`place."headId"`, today)} ORDER BY above.depth LIMIT 1`);
  return rows[0]?.headId ?? null;
}
