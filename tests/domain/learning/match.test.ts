import { expect, test } from 'vitest';
import { answersSoFar, shownQuestion, unanswered } from '#app/domain/learning/quizzes/quiz.ts';
import type { Question } from '#app/domain/publishing/document-tree.ts';

test('how the two sides of a match are shuffled says nothing of what goes with what', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const side = (mark: string) => ids.map((id) => ({ id: mark + id, nodes: [] }));
  const pairs: Question = { id: 'p', kind: 'match', nodes: [], options: side('o'), matches: side('m') };
  let sameRow = 0;
  const tries = 600;
  for (let number = 0; number < tries; number += 1) {
    const { options, matches } = shownQuestion(pairs, `try ${number}`, false);
    sameRow += options.filter((option, at) => option.id.slice(1) === matches![at]!.id.slice(1)).length;
  }
  // By chance one of the four stands beside its own.
  expect(sameRow / tries).toBeGreaterThan(0.8);
  expect(sameRow / tries).toBeLessThan(1.2);
});

test('answers so far keep what is paired, the last of each option, and leave the others free', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, nodes: [] }));
  const matches = ['x', 'y'].map((id) => ({ id, nodes: [] }));
  const pairs: Question = { id: 'pairs', kind: 'match', nodes: [], options, matches };
  const kept = (given: string[]) => answersSoFar([pairs], { pairs: given }).pairs;
  expect(kept(['c=y'])).toEqual(['c=y']);
  expect(kept(['b=x', 'a=y', 'b=y', 'a=nobody', 'z=x', 'x=a', 'c'])).toEqual(['b=y']);
  expect(unanswered([pairs], { pairs: ['a=x', 'b=x'] })).toEqual(['pairs']);
  expect(unanswered([pairs], { pairs: ['a=x', 'b=x', 'c=x'] })).toEqual([]);
});
