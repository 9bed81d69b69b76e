import { holdsWords } from '#app/domain/people/directory/people-list.sql.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type TeamScope = { departmentIds: string[]; headId: string; today: string; words: string[] };

export type TeamPerson = { personId: string; name: string; department: string };

function team({ departmentIds, headId, today, words }: TeamScope): Sql {
  return sql`FROM json_each(${JSON.stringify(departmentIds)}) headed
    CROSS JOIN ${placementsOn(today)} pl ON pl."departmentId" = headed.value
    CROSS JOIN "Person" p ON p."id" = pl."personId" CROSS JOIN "Department" d ON d."id" = pl."departmentId"
    WHERE p."id" <> ${headId} AND ${employedOn(sql`p."id"`, today)} AND ${holdsWords(sql`p."sortKey"`, words)}`;
}

export async function countTeam(db: Reader | Tx, scope: TeamScope): Promise<number> {
  const rows = await db.$queryRaw<{ people: bigint | number }[]>(
    sql`SELECT COUNT(*) AS people ${team(scope)}`,
  );
  return Number(rows[0]?.people ?? 0);
}

export function listTeam(
  db: Reader | Tx,
  scope: TeamScope,
  limit: number,
  offset: number,
): Promise<TeamPerson[]> {
  return db.$queryRaw<TeamPerson[]>(sql`
    SELECT p."id" AS "personId", p."name", d."name" AS "department" ${team(scope)}
    ORDER BY p."sortKey", p."id" LIMIT ${limit} OFFSET ${offset}`);
}
