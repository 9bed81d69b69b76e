import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import type { AnswerKey, Option, Question } from '#app/domain/publishing/document-tree.ts';
import { matchesByOption, pairOf } from '#app/domain/publishing/document-tree.ts';
import type { Dice } from '../dice.ts';

/** The first option is paired with something else. */
function wrongPairs(matches: Option[], right: string[], dice: Dice): string[] {
  const [option, match] = [...matchesByOption(right)][0] ?? [];
  const others = matches.filter(({ id }) => id !== match);
  if (!option || others.length === 0) return right;
  return [pairOf(option, dice.pick(others).id), ...right.slice(1)];
}

/**
 * Another option where one is right; one wrongly chosen among several; the first put last in a sequence; of pairs one
 * that does not fit.
 */
function wrongAnswer({ kind, options, matches }: Question, right: string[], dice: Dice): string[] {
  if (kind === 'match') return wrongPairs(matches ?? [], right, dice);
  const others = options.map(({ id }) => id).filter((id) => !right.includes(id));
  if (kind === 'order') return [...right.slice(1), ...right.slice(0, 1)];
  const chosen = others.length > 0 ? [dice.pick(others)] : [];
  return kind === 'many' ? [...right.slice(1), ...chosen] : chosen;
}

/** The least number of right answers that reaches the pass mark. */
export function rightNeeded(questionCount: number, pass: number): number {
  return Math.ceil((pass * questionCount) / 100);
}

/** All questions answered, `wrong` of them wrongly. */
export function answersWith(questions: Question[], key: AnswerKey, wrong: number, dice: Dice): Answers {
  const mistaken = new Set(dice.shuffle(questions).slice(0, wrong));
  return Object.fromEntries(
    questions.map((question) => {
      const right = key[question.id]?.right ?? [];
      return [question.id, mistaken.has(question) ? wrongAnswer(question, right, dice) : right];
    }),
  );
}
