import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type FirstTries = { departmentId: string; versionId: string; answers: string; people: number };

type Asked = { documentId: string; since: Date; today: string; departmentIds: string[] };

/**
 * The answers of first tries at a module since a moment, by the department in which people work today; the same answers
 * as one row. Of somebody who has tried several editions, their first try at the newest one counts.
 */
export async function firstTriesSince(
  db: Reader | Tx,
  { documentId, since, today, departmentIds }: Asked,
): Promise<FirstTries[]> {
  const rows = await db.$queryRaw<(Omit<FirstTries, 'people'> & { people: number | bigint })[]>(sql`
    SELECT pl."departmentId", a."versionId", a."answers", COUNT(*) AS "people"
    FROM "Version" v CROSS JOIN "Attempt" a ON a."versionId" = v."id" AND a."submittedAt" >= ${sqlInstant(since)}
      CROSS JOIN ${placementsOn(today)} pl ON pl."personId" = a."personId"
    WHERE v."documentId" = ${documentId} AND ${employedOn(sql`a."personId"`, today)}
      AND pl."departmentId" IN (SELECT value FROM json_each(${JSON.stringify(departmentIds)}))
      AND NOT EXISTS (SELECT 1 FROM "Attempt" other WHERE other."personId" = a."personId"
        AND other."documentId" = a."documentId" AND other."submittedAt" IS NOT NULL
        AND ((other."number" < a."number" AND other."versionId" = a."versionId")
          OR (other."number" > a."number" AND other."versionId" <> a."versionId")))
    GROUP BY pl."departmentId", a."versionId", a."answers"`);
  return rows.map(({ people, ...row }) => ({ ...row, people: Number(people) }));
}
