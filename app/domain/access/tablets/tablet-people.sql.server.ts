import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type TabletPerson = { id: string; name: string; employeeNumber: string | null };

/** Who works in one of the departments on that day and has a PIN, by name. */
export function listTabletPeople(
  db: Reader | Tx,
  departmentIds: string[],
  today: string,
): Promise<TabletPerson[]> {
  return db.$queryRaw<TabletPerson[]>(sql`
    SELECT p."id", p."name", p."employeeNumber" FROM "Person" p
    JOIN "Credential" c ON c."personId" = p."id" AND c."kind" = 'pin'
    JOIN ${placementsOn(today)} pl ON pl."personId" = p."id"
    WHERE pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(departmentIds)}))
      AND ${employedOn(sql`p."id"`, today)}
    ORDER BY p."sortKey", p."id"`);
}
