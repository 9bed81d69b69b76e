import { createHash } from 'node:crypto';
import type { AnswerKey, Option, Question } from '#app/domain/publishing/document-tree.ts';
import { matchesByOption, pairOf } from '#app/domain/publishing/document-tree.ts';

/** Option ids by question id; of `match`, pairs. For `order` the sequence counts, elsewhere it does not. */
export type Answers = Record<string, string[]>;

export type Grade = {
  rightCount: number;
  questionCount: number;
  /** Whole percent, rounded down. */
  score: number;
  rightQuestions: string[];
};

function isRight(question: Question, right: string[], given: string[]): boolean {
  if (given.length !== right.length) return false;
  if (question.kind === 'order') return right.every((id, place) => given[place] === id);
  return right.every((id) => given.includes(id));
}

/** All or nothing for each question. */
export function gradeQuiz(questions: Question[], key: AnswerKey, answers: Answers): Grade {
  const rightQuestions = questions
    .filter((question) => isRight(question, key[question.id]?.right ?? [], answers[question.id] ?? []))
    .map(({ id }) => id);
  const rightCount = rightQuestions.length;
  const questionCount = questions.length;
  const score = questionCount === 0 ? 100 : Math.floor((rightCount * 100) / questionCount);
  return { rightCount, questionCount, score, rightQuestions };
}

/** Each option with one match at most, the last one given; in the sequence of the options. */
function cleanPairs({ options, matches = [] }: Question, given: string[]): string[] {
  const chosen = matchesByOption(given);
  return options.flatMap(({ id }) => {
    const match = matches.find((one) => one.id === chosen.get(id));
    return match ? [pairOf(id, match.id)] : [];
  });
}

/** Answers as they may be kept: known questions and options only, each option once. */
export function cleanAnswers(questions: Question[], given: Answers): Answers {
  const entries = questions.map((question) => {
    const posted = given[question.id] ?? [];
    if (question.kind === 'match') return [question.id, cleanPairs(question, posted)] as const;
    const known = new Set(question.options.map(({ id }) => id));
    const chosen = [...new Set(posted)].filter((id) => known.has(id));
    const single = question.kind === 'one' || question.kind === 'true-false';
    return [question.id, single ? chosen.slice(0, 1) : chosen] as const;
  });
  return Object.fromEntries(entries.filter(([, chosen]) => chosen.length > 0));
}

/** Answers as far as somebody has come: of an order, an empty string stands where a place is still free. */
export function answersSoFar(questions: Question[], given: Answers): Answers {
  const chosen = cleanAnswers(questions, given);
  const sequences = questions.flatMap(({ id, kind, options }) => {
    if (kind !== 'order' || !given[id]) return [];
    const places = options.map((_, place) => given[id]![place] ?? '');
    const isFirst = (option: string, place: number) => places.indexOf(option) === place;
    const known = (option: string) => options.some((one) => one.id === option);
    return [[id, places.map((one, place) => (known(one) && isFirst(one, place) ? one : ''))] as const];
  });
  return { ...chosen, ...Object.fromEntries(sequences) };
}

/**
 * Ids of questions that cannot be graded yet: nothing chosen, an order that does not place every option, or an option
 * that is paired with nothing.
 */
export function unanswered(questions: Question[], answers: Answers): string[] {
  return questions
    .filter(({ id, kind, options }) => {
      const count = answers[id]?.filter(Boolean).length ?? 0;
      return kind === 'order' || kind === 'match' ? count !== options.length : count === 0;
    })
    .map(({ id }) => id);
}

function shuffled(options: Option[], attemptId: string): Option[] {
  const weight = (option: Option) => createHash('sha256').update(`${attemptId}:${option.id}`).digest('hex');
  return options.toSorted((a, b) => (weight(a) < weight(b) ? -1 : 1));
}

/**
 * A question as one try shows it. Of `order` the options, of `match` both sides are always shuffled; elsewhere the options
 * are where the module asks for it, but for true and false.
 */
export function shownQuestion(question: Question, attemptId: string, shuffle: boolean): Question {
  const { kind, options, matches } = question;
  const always = kind === 'order' || kind === 'match';
  if (kind === 'true-false' || (!always && !shuffle)) return question;
  return {
    ...question,
    options: shuffled(options, attemptId),
    ...(matches ? { matches: shuffled(matches, attemptId) } : {}),
  };
}
