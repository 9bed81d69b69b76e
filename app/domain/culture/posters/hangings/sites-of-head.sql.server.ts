import type { PersonActor } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type HeadsSite = { id: string; name: string; timeZone: string; paper: string };

/** Where the people of one's departments work today, the site with the most of them first. */
export async function sitesOfHead(
  db: Reader | Tx,
  { headOf }: Pick<PersonActor, 'headOf'>,
): Promise<HeadsSite[]> {
  if (headOf.length === 0) return [];
  const today = await companyToday(db);
  return db.$queryRaw<HeadsSite[]>(sql`
    SELECT s."id", s."name", s."timeZone", s."paper" FROM "Site" s
    JOIN ${placementsOn(today)} pl ON pl."siteId" = s."id"
    WHERE NOT s."closed" AND pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(headOf)}))
      AND ${employedOn(sql`pl."personId"`, today)}
    GROUP BY s."id" ORDER BY COUNT(*) DESC, s."name"`);
}
