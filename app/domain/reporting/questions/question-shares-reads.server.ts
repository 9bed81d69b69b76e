import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import type { AnswerKey, ModuleTree, Question } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { askedVersions, countTries, firstAnswers } from './first-tries.sql.server.ts';
import type { QuestionShare, Tally } from './question-shares.ts';
import { answerText, questionShares } from './question-shares.ts';

export type ModuleQuestions = {
  documentId: string;
  title: string;
  questions: QuestionShare[];
};

type KeptTally = { tries: number; at: number; tally: Tally };

const kept = new WeakMap<Reader, Map<string, KeptTally>>();
/** With so many tries one more changes no share that anybody can see, and counting them anew takes its time. */
const manyTries = 5000;
const goodFor = 10 * 60_000;

function tallyOf(questions: Question[], rows: { answers: string; times: number }[]): Tally {
  const tally: Tally = new Map();
  for (const { answers, times } of rows) {
    const given = JSON.parse(answers) as Answers;
    for (const { id, kind } of questions) {
      const chosen = given[id];
      if (!chosen || chosen.length === 0) continue;
      const own = tally.get(id) ?? new Map<string, number>();
      const answer = answerText(kind, chosen);
      own.set(answer, (own.get(answer) ?? 0) + times);
      tally.set(id, own);
    }
  }
  return tally;
}

/** Exact up to some thousand tries; beyond that it may be some minutes old. */
async function readTally(db: Reader, versionId: string, questions: Question[]): Promise<Tally> {
  const mine = kept.get(db) ?? new Map<string, KeptTally>();
  kept.set(db, mine);
  const known = mine.get(versionId);
  const at = now().getTime();
  if (known && known.tries >= manyTries && Math.abs(at - known.at) < goodFor) return known.tally;
  const tries = await countTries(db, versionId);
  if (known?.tries === tries) return known.tally;
  const tally = tallyOf(questions, await firstAnswers(db, versionId));
  mine.set(versionId, { tries, at, tally });
  return tally;
}

/** The questions of a course's modules with how they were answered; null where there is no such course. */
export async function readQuestionShares(db: Reader, slug: string): Promise<ModuleQuestions[] | null> {
  const { courses } = await readLibrary(db);
  const course = courses.find((candidate) => candidate.slug === slug);
  if (!course) return null;
  const modules: ModuleQuestions[] = [];
  for (const module of course.modules) {
    const editions = [];
    for (const { id, language, number, tree, answerKey } of await askedVersions(db, module.documentId)) {
      const questions = questionsOf(JSON.parse(tree) as ModuleTree);
      const key = JSON.parse(answerKey) as AnswerKey;
      editions.push({ language, number, questions, key, tally: await readTally(db, id, questions) });
    }
    const { title } = editionFor(module, '');
    modules.push({ documentId: module.documentId, title, questions: questionShares(editions) });
  }
  return modules;
}
