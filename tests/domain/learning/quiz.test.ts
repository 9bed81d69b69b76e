import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersSoFar,
  cleanAnswers,
  gradeQuiz,
  shownQuestion,
  unanswered,
} from '#app/domain/learning/quizzes/quiz.ts';
import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import type { AnswerKey, Question, QuestionKind } from '#app/domain/publishing/document-tree.ts';
import { matchesByOption, pairOf } from '#app/domain/publishing/document-tree.ts';

const kinds: QuestionKind[] = ['one', 'many', 'true-false', 'order', 'match'];

type Asked = { question: Question; right: string[] };

const asked = (index: number) =>
  fc
    .record({ kind: fc.constantFrom(...kinds), count: fc.integer({ min: 2, max: 6 }), seed: fc.nat() })
    .map(({ kind, count, seed }): Asked => {
      const ids = Array.from({ length: kind === 'true-false' ? 2 : count }, (_, at) => `q${index}o${at}`);
      const some = ids.filter((_, at) => (seed >> at) % 2 === 0);
      const turned = [...ids.slice(seed % ids.length), ...ids.slice(0, seed % ids.length)];
      // Fewer to choose from than there are options: some share one.
      const matchIds = Array.from(
        { length: Math.max(2, ids.length - (seed % 2)) },
        (_, at) => `q${index}m${at}`,
      );
      const right = {
        one: [ids[seed % ids.length]!],
        many: some.length > 0 ? some : [ids[0]!],
        'true-false': [ids[seed % 2]!],
        order: turned,
        match: ids.map((id, at) => pairOf(id, matchIds[(at + seed) % matchIds.length]!)),
      };
      return {
        question: {
          id: `q${index}`,
          kind,
          nodes: [],
          options: ids.map((id) => ({ id, nodes: [] })),
          ...(kind === 'match' ? { matches: matchIds.map((id) => ({ id, nodes: [] })) } : {}),
        },
        right: right[kind],
      };
    });

const quiz = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => asked(index))));

const keyOf = (all: Asked[]): AnswerKey =>
  Object.fromEntries(all.map(({ question, right }) => [question.id, { right, why: {} }]));
const allRight = (all: Asked[]): Answers =>
  Object.fromEntries(all.map(({ question, right }) => [question.id, right]));
const grade = (all: Asked[], answers: Answers) =>
  gradeQuiz(
    all.map(({ question }) => question),
    keyOf(all),
    answers,
  );

describe('grading', () => {
  test('gives all for everything right and nothing for nothing', () => {
    fc.assert(
      fc.property(quiz, (all) => {
        expect(grade(all, allRight(all))).toMatchObject({ score: 100, rightCount: all.length });
        expect(grade(all, {})).toMatchObject({ score: 0, rightCount: 0 });
      }),
    );
  });

  test('counts whole questions, and rounds the score down', () => {
    fc.assert(
      fc.property(quiz, fc.nat(), (all, seed) => {
        const chosen = all.filter((_, index) => (seed >> index) % 2 === 0);
        const { score, rightCount, questionCount, rightQuestions } = grade(all, allRight(chosen));
        expect(rightCount).toBe(chosen.length);
        expect(rightQuestions).toEqual(chosen.map(({ question }) => question.id));
        expect(score).toBe(Math.floor((100 * chosen.length) / all.length));
        expect(questionCount).toBe(all.length);
      }),
    );
  });

  test('is all or nothing: one option too many, too few or in another place is wrong', () => {
    fc.assert(
      fc.property(quiz, (all) => {
        for (const one of all) {
          const { id, kind, options, matches } = one.question;
          const given = (answer: string[]) => grade([one], { [id]: answer }).rightCount;
          const every = matches
            ? options.flatMap((option) => matches.map((match) => pairOf(option.id, match.id)))
            : options.map((option) => option.id);
          const others = every.filter((answer) => !one.right.includes(answer));
          expect(given(one.right.slice(1))).toBe(0);
          for (const other of others) expect(given([...one.right, other])).toBe(0);
          if (others[0]) expect(given([...one.right.slice(1), others[0]])).toBe(0);
          const reversed = [...one.right].toReversed();
          expect(given(reversed)).toBe(kind === 'order' ? 0 : 1);
        }
      }),
    );
  });

  test('never falls when one more question is answered right', () => {
    fc.assert(
      fc.property(quiz, fc.nat(), (all, seed) => {
        const chosen = all.filter((_, index) => (seed >> index) % 2 === 0);
        const before = grade(all, allRight(chosen)).score;
        for (const more of all)
          expect(grade(all, allRight([...chosen, more])).score).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('knows no half marks: of seven questions six are 85, of three two are 66', () => {
    const of = (count: number) =>
      fc
        .sample(asked(0), count)
        .map((one, index) => ({ ...one, question: { ...one.question, id: `q${index}` } }));
    for (const [count, right, score] of [
      [7, 6, 85],
      [3, 2, 66],
      [3, 1, 33],
      [6, 5, 83],
      [8, 7, 87],
    ] as const) {
      const all = of(count);
      expect(grade(all, allRight(all.slice(0, right))).score).toBe(score);
    }
  });
});

describe('answers as they are kept', () => {
  const anything = fc.dictionary(
    fc.constantFrom('q0', 'q1', 'q2', 'other', '__proto__', 'constructor'),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          'q0o0',
          'q0o1',
          'q1o0',
          'q1o2',
          'q0o0=q0m0',
          'q0o0=q0m1',
          'q0o1=q1m0',
          'q1o0=q1m0',
          '=',
        ),
        fc.string(),
      ),
    ),
  );

  test('are known options of known questions, each once, and one where one is asked for', () => {
    fc.assert(
      fc.property(quiz, anything, (all, given) => {
        const questions = all.map(({ question }) => question);
        const kept = cleanAnswers(questions, given);
        for (const [id, chosen] of Object.entries(kept)) {
          const question = questions.find((one) => one.id === id)!;
          const options = question.kind === 'match' ? [...matchesByOption(chosen).keys()] : chosen;
          expect(question.options.map((option) => option.id)).toEqual(expect.arrayContaining(options));
          expect(new Set(options).size).toBe(chosen.length);
          if (question.kind === 'match') {
            const known = question.matches!.map((match) => match.id);
            expect(known).toEqual(expect.arrayContaining([...matchesByOption(chosen).values()]));
          }
          expect(new Set(chosen).size).toBe(chosen.length);
          if (question.kind === 'one' || question.kind === 'true-false') expect(chosen).toHaveLength(1);
        }
        expect(cleanAnswers(questions, kept)).toEqual(kept);
        expect(grade(all, kept).score).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('are missing exactly where nothing was chosen, or an order or its pairs are not complete', () => {
    fc.assert(
      fc.property(quiz, (all) => {
        const questions = all.map(({ question }) => question);
        expect(unanswered(questions, allRight(all))).toEqual([]);
        expect(unanswered(questions, {})).toEqual(questions.map(({ id }) => id));
        const short = Object.fromEntries(all.map(({ question, right }) => [question.id, right.slice(1)]));
        const missing = all.filter(
          ({ question, right }) => ['order', 'match'].includes(question.kind) || right.length === 1,
        );
        expect(unanswered(questions, short)).toEqual(missing.map(({ question }) => question.id));
      }),
    );
  });
});

test('a try shows all options, in a sequence of its own where the module or the kind asks for one', () => {
  fc.assert(
    fc.property(asked(0), fc.string(), fc.boolean(), ({ question }, attemptId, shuffle) => {
      const shown = shownQuestion(question, attemptId, shuffle);
      expect(new Set(shown.options)).toEqual(new Set(question.options));
      expect(new Set(shown.matches)).toEqual(new Set(question.matches));
      expect(shownQuestion(question, attemptId, shuffle), 'the same each time it is looked at').toEqual(
        shown,
      );
      const always = question.kind === 'order' || question.kind === 'match';
      if (question.kind === 'true-false' || (!always && !shuffle)) expect(shown).toEqual(question);
    }),
  );
});

describe('answers so far', () => {
  test('are kept as they are given, whole or in part, and kept again are the same', () => {
    fc.assert(
      fc.property(quiz, fc.nat(), (all, seed) => {
        const questions = all.map(({ question }) => question);
        const chosen = all.filter((_, index) => (seed >> index) % 2 === 0);
        const given = allRight(chosen);
        const kept = answersSoFar(questions, given);
        expect(kept).toEqual(given);
        expect(answersSoFar(questions, kept)).toEqual(kept);
        expect(unanswered(questions, kept)).toEqual(unanswered(questions, given));
      }),
    );
  });

  test('of an order keep the free places free, and no option twice', () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, nodes: [] }));
    const row: Question = { id: 'row', kind: 'order', nodes: [], options };
    const kept = (places: string[]) => answersSoFar([row], { row: places }).row;
    expect(kept(['', 'a'])).toEqual(['', 'a', '']);
    expect(kept(['b', 'b', 'nobody', 'a'])).toEqual(['b', '', '']);
    expect(unanswered([row], { row: ['', 'a', ''] })).toEqual(['row']);
  });
});
