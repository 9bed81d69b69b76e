import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { AnswerKey, Question } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Answers } from './quiz.ts';
import { gradeQuiz } from './quiz.ts';
import { firstTriesSince } from './wrong-lately.sql.server.ts';

/** From so many people up a share is told, and acted on: fewer would be somebody's own answers. */
export const fewestPeople = 5;

const lately = 90 * 24 * 60 * 60_000;

/** A case, and the module whose questions may be about it. */
export type CaseToAsk = { caseId: string; moduleId: string };

type Tally = { people: number; asked: number; wrong: number };

/**
 * By department and case: the share of answers to the questions about it that were wrong in first tries of the last
 * ninety days. Where fewer than five people answered there is none, nor where no question is about a case.
 */
export async function wrongLately(
  db: Reader | Tx,
  departmentIds: string[],
  cases: readonly CaseToAsk[],
): Promise<Map<string, Map<string, number>>> {
  const tallies = new Map<string, Map<string, Tally>>();
  const asking = new Map<string, Asking[]>();
  const asked = { since: new Date(now().getTime() - lately), today: await companyToday(db), departmentIds };
  for (const documentId of new Set(cases.map(({ moduleId }) => moduleId))) {
    const caseIds = new Set(
      cases.filter(({ moduleId }) => moduleId === documentId).map(({ caseId }) => caseId),
    );
    for (const { departmentId, versionId, answers, people } of await firstTriesSince(db, {
      documentId,
      ...asked,
    })) {
      const own = tallies.get(departmentId) ?? new Map<string, Tally>();
      tallies.set(departmentId, own);
      const given = JSON.parse(answers) as Answers;
      const parts = asking.get(versionId) ?? (await readAsking(db, versionId, caseIds));
      asking.set(versionId, parts);
      for (const { caseId, questions, key } of parts) {
        const grade = gradeQuiz(questions, key, given);
        const tally = own.get(caseId) ?? { people: 0, asked: 0, wrong: 0 };
        tally.people += people;
        tally.asked += people * grade.questionCount;
        tally.wrong += people * (grade.questionCount - grade.rightCount);
        own.set(caseId, tally);
      }
    }
    // Of many departments there are many answers: others have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return new Map([...tallies].map(([departmentId, own]) => [departmentId, sharesOf(own)]));
}

/** The questions of an edition that are about one case, and what is right. */
type Asking = { caseId: string; questions: Question[]; key: AnswerKey };

async function readAsking(
  db: Reader | Tx,
  versionId: string,
  caseIds: ReadonlySet<string>,
): Promise<Asking[]> {
  const version = await readVersion(db, versionId);
  if (version?.tree.kind !== 'module') return [];
  const about = questionsOf(version.tree).filter((question) => caseIds.has(question.about ?? ''));
  if (about.length === 0) return [];
  const key = await readAnswerKey(db, versionId);
  const ids = [...new Set(about.map((question) => question.about!))];
  return ids.map((caseId) => ({
    caseId,
    questions: about.filter((question) => question.about === caseId),
    key,
  }));
}

function sharesOf(tallies: Map<string, Tally>): Map<string, number> {
  const enough = [...tallies].filter(([, { people, asked }]) => people >= fewestPeople && asked > 0);
  return new Map(enough.map(([caseId, { asked, wrong }]) => [caseId, wrong / asked]));
}
