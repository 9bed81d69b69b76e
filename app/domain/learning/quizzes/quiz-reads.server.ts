import type { AnswerKey, ModuleTree, Question } from '#app/domain/publishing/document-tree.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import type { ReadableVersion } from '#app/domain/publishing/version-reads.server.ts';
import { readAnswerKey, readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { openKey } from '../open-key.ts';
import { triesLeft } from '../tries/try-reads.server.ts';
import type { Mistake } from './mistake-reads.server.ts';
import { lastMistakes } from './mistake-reads.server.ts';
import type { Answers } from './quiz.ts';
import { gradeQuiz, shownQuestion } from './quiz.ts';
import type { QuizSettings } from './quiz-settings.ts';
import { quizSettingsOf } from './quiz-settings.ts';

export type QuizForTaking = {
  attemptId: string;
  number: number;
  title: string;
  language: string;
  settings: QuizSettings;
  /** Options in the sequence in which this try shows them. There is no key in here. */
  questions: Question[];
  /** What was chosen so far, on whatever device. */
  soFar: Answers;
  /** Of the try before this one on the same edition. */
  mistakes: Mistake[];
};

/** The open try of a module, without its key; null where none is open. */
export async function quizForTaking(
  db: Reader | Tx,
  personId: string,
  documentId: string,
): Promise<QuizForTaking | null> {
  const attempt = await db.attempt.findUnique({
    where: { openKey: openKey(personId, documentId) },
    select: { id: true, number: true, versionId: true, answers: true },
  });
  const version =
    attempt && ((await readVersion(db, attempt.versionId)) as ReadableVersion<ModuleTree> | null);
  if (!attempt || !version) return null;
  const settings = quizSettingsOf(version.front);
  const questions = questionsOf(version.tree).map((question) =>
    shownQuestion(question, attempt.id, settings.shuffle),
  );
  const { title, language } = version;
  const soFar = JSON.parse(attempt.answers) as Answers;
  const mistakes = await lastMistakes(db, personId, version);
  return {
    attemptId: attempt.id,
    number: attempt.number,
    title,
    language,
    settings,
    questions,
    soFar,
    mistakes,
  };
}

export type QuizResult = {
  number: number;
  title: string;
  language: string;
  rightCount: number;
  questionCount: number;
  score: number;
  passed: boolean;
  settings: QuizSettings;
  /** Further tries on this edition; null is without limit. */
  triesLeft: number | null;
  questions: (Question & { given: string[]; isRight: boolean; key: AnswerKey[string] })[];
};

/** A submitted try with every reason; the newest where no number is given. */
export async function quizResult(
  db: Reader | Tx,
  personId: string,
  documentId: string,
  number?: number,
): Promise<QuizResult | null> {
  const attempt = await db.attempt.findFirst({
    where: { personId, documentId, submittedAt: { not: null }, number },
    orderBy: { number: 'desc' },
  });
  const version =
    attempt && ((await readVersion(db, attempt.versionId)) as ReadableVersion<ModuleTree> | null);
  if (!attempt || !version) return null;
  const key = await readAnswerKey(db, attempt.versionId);
  const answers = JSON.parse(attempt.answers) as Answers;
  const settings = quizSettingsOf(version.front);
  const questions = questionsOf(version.tree);
  const { rightQuestions } = gradeQuiz(questions, key, answers);
  return {
    number: attempt.number,
    title: version.title,
    language: version.language,
    rightCount: attempt.rightCount ?? 0,
    questionCount: attempt.questionCount ?? 0,
    score: attempt.score ?? 0,
    passed: attempt.passed === true,
    settings,
    triesLeft: await triesLeft(db, { personId, documentId, versionId: attempt.versionId }, settings),
    questions: questions.map((question) => ({
      ...shownQuestion(question, attempt.id, settings.shuffle),
      given: answers[question.id] ?? [],
      isRight: rightQuestions.includes(question.id),
      key: key[question.id] ?? { right: [], why: {} },
    })),
  };
}
