import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

type Pair = { personId: string; courseId: string };

/** How to find the scores of a person in a course, from a list of the tries that first passed each of its modules. */
export type ScoresOf = (pair: Pair) => string;

/** Only where the company lets HR see scores: nobody else asks for them. In the order of the modules: `80, 100`. */
export async function readScores(db: Reader | Tx, pairs: Pair[]): Promise<ScoresOf> {
  const { courses } = await readLibrary(db);
  const modulesOf = new Map(
    courses.map(({ documentId, modules }) => [documentId, modules.map((module) => module.documentId)]),
  );
  const passed = await db.attempt.findMany({
    where: { personId: { in: [...new Set(pairs.map(({ personId }) => personId))] }, passed: true },
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
