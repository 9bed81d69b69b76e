import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import type { Outcome } from '#app/domain/learning/commitments/outcome.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import type { Dice } from '../dice.ts';
import { answersWith, rightNeeded } from './answers.ts';
import type { ModuleText } from './read-course-texts.work.server.ts';

export type Act =
  | { kind: 'begin'; firstPart: string }
  | { kind: 'read'; readPart: string; nextPart: string }
  | { kind: 'promise' }
  | { kind: 'tell'; outcome: Outcome }
  | { kind: 'start-quiz' }
  | { kind: 'submit-quiz'; answers: Answers }
  | { kind: 'finish' };

/** What one does with a module, `minute` minutes after sitting down to it. */
export type Step = { minute: number; act: Act };

export type Sitting = {
  /** So many parts are read; null is all, and the quiz after them. */
  partsRead: number | null;
  failsFirst: boolean;
  promises: boolean;
  /** What they say, two weeks and a day later, of what they promised; null is nothing so far. */
  tells: Outcome | null;
};

const minutesToAnswer = 15 * 24 * 60;

/** Everything is read at one's own pace: some need half as long as the text is meant for, some half as long again. */
function readingSteps(text: ModuleText, partsRead: number, pace: number): Step[] {
  const parts = readingParts(text.tree);
  let minute = 0;
  const steps: Step[] = [{ minute, act: { kind: 'begin', firstPart: parts[0]?.slug ?? 'quiz' } }];
  for (const [index, { slug, minutes }] of parts.slice(0, partsRead).entries()) {
    minute += minutes * pace;
    steps.push({ minute, act: { kind: 'read', readPart: slug, nextPart: parts[index + 1]?.slug ?? 'quiz' } });
  }
  return steps;
}

function quizSteps(text: ModuleText, failsFirst: boolean, dice: Dice): Step[] {
  const questions = questionsOf(text.tree);
  const mistakesAllowed = questions.length - rightNeeded(questions.length, text.settings.pass);
  const mayFail = mistakesAllowed < questions.length && (text.settings.attempts ?? 2) > 1;
  const aTry = (minute: number, wrong: number): Step[] => [
    { minute, act: { kind: 'start-quiz' } },
    {
      minute: minute + questions.length * (0.5 + dice.roll()),
      act: { kind: 'submit-quiz', answers: answersWith(questions, text.key, wrong, dice) },
    },
  ];
  const mistakes = dice.roll() < 0.5 ? 0 : Math.min(1, mistakesAllowed);
  if (!failsFirst || !mayFail) return aTry(0.5, mistakes);
  const failure = Math.min(questions.length, mistakesAllowed + dice.between(1, 2));
  return [...aTry(0.5, failure), ...aTry(questions.length * 1.5 + dice.between(5, 20), mistakes)];
}

/** One person's time with one module. */
export function stepsOf(text: ModuleText, sitting: Sitting, dice: Dice): Step[] {
  const { partsRead, failsFirst, promises } = sitting;
  const reading = readingSteps(text, partsRead ?? Infinity, 0.5 + dice.roll());
  if (partsRead !== null) return reading;
  const readAt = reading.at(-1)!.minute;
  const promise: Step[] = promises ? [{ minute: readAt + 0.3, act: { kind: 'promise' } }] : [];
  const end: Step[] =
    questionsOf(text.tree).length > 0
      ? quizSteps(text, failsFirst, dice)
      : [{ minute: 0.5, act: { kind: 'finish' } }];
  const told: Step[] =
    promises && sitting.tells
      ? [{ minute: readAt + minutesToAnswer, act: { kind: 'tell', outcome: sitting.tells } }]
      : [];
  return [
    ...reading,
    ...promise,
    ...told,
    ...end.map(({ minute, act }) => ({ minute: readAt + minute, act })),
  ];
}
