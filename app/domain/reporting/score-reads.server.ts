import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { endOfDay } from '#app/platform/clock/local-dates.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import { emptySql, sql } from '#app/platform/db/sql.server.ts';

type Pair = { personId: string; courseId: string };

type ScoreRow = { personId: string; documentId: string; score: number | bigint | null };

/** How to find the scores of a person in a course, from a list of the tries that first passed each of its modules. */
export type ScoresOf = (pair: Pair) => string;

/**
 * Only where the company lets HR see scores: nobody else asks for them. In the order of the modules: `80, 100`. Those of a
 * day gone by as they were known when it ended.
 */
export async function readScores(db: Reader | Tx, pairs: Pair[], on: string): Promise<ScoresOf> {
  const { courses } = await readLibrary(db);
  const modulesOf = new Map(
    courses.map(({ documentId, modules }) => [documentId, modules.map((module) => module.documentId)]),
  );
  const timeZone = (await readCompany(db))?.timeZone ?? 'UTC';
  const before = on ? sqlInstant(new Date(endOfDay(on, timeZone) * 1000)) : null;
  const ids = JSON.stringify([...new Set(pairs.map(({ personId }) => personId))]);
  const passed = await db.$queryRaw<ScoreRow[]>(sql`
    SELECT a."personId", a."documentId", a."score"
    FROM json_each(${ids}) wanted CROSS JOIN "Attempt" a ON a."personId" = wanted.value
    WHERE a."passed" ${before ? sql`AND a."submittedAt" < ${before}` : emptySql}
    ORDER BY a."number" DESC`);
  // The first one stands last, and stays.
  const scores = new Map(passed.map(({ personId, documentId, score }) => [personId + documentId, score]));
  return ({ personId, courseId }) =>
    (modulesOf.get(courseId) ?? [])
      .map((documentId) => scores.get(personId + documentId))
      .filter((score) => score !== undefined)
      .join(', ');
}
