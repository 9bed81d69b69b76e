import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type Invitee = { id: string; name: string; departmentId: string; department: string };

/** Who works in some departments today, and whoever else is named, by name. */
export async function readInvitees(
  db: Reader | Tx,
  departmentIds: readonly string[],
  others: readonly string[] = [],
): Promise<Invitee[]> {
  const today = await companyToday(db);
  return db.$queryRaw<Invitee[]>(sql`
    SELECT p."id", p."name", pl."departmentId", d."name" AS "department"
    FROM "Person" p JOIN ${placementsOn(today)} pl ON pl."personId" = p."id"
      JOIN "Department" d ON d."id" = pl."departmentId"
    WHERE (pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(departmentIds)}))
        OR p."id" IN (SELECT value FROM json_each(${JSON.stringify(others)})))
      AND ${employedOn(sql`p."id"`, today)}
    ORDER BY p."sortKey", p."id"`);
}

/** Those of some people who cannot be invited: they work elsewhere, or not here any more. Oneself always can. */
export async function whoIsOutOfReach(
  db: Reader | Tx,
  actor: { id: string; headOf: readonly string[] },
  wanted: readonly string[],
  invitedAlready: readonly string[] = [],
): Promise<string[]> {
  const within = new Set((await readInvitees(db, actor.headOf, [actor.id])).map(({ id }) => id));
  return wanted.filter((id) => !within.has(id) && !invitedAlready.includes(id));
}
