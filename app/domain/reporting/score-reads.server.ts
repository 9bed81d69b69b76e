import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { endOfDay } from '#app/platform/clock/local-dates.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

type Pair = { personId: string; courseId: string };

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
  const before = on ? { lt: new Date(endOfDay(on, timeZone) * 1000) } : undefined;
  const passed = await db.attempt.findMany({
    where: {
      personId: { in: [...new Set(pairs.map(({ personId }) => personId))] },
      passed: true,
      submittedAt: before,
    },
    orderBy: { number: 'desc' },
    select: { personId: true, documentId: true, score: true },
  });
  // The first one stands last, and stays.
  const scores = new Map(passed.map(({ personId, documentId, score }) => [personId + documentId, score]));
  return ({ personId, courseId }) =>
    (modulesOf.get(courseId) ?? [])
      .map((documentId) => scores.get(personId + documentId))
      .filter((score) => score !== undefined)
      .join(', ');
}
