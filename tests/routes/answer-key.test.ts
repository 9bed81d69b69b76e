import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask, kinds } from '../support/asking.ts';
import type { QuestionKind } from '../support/content.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { OpenText } from '../support/learning.ts';
import { openTry, rightAnswers, textOf, wrongAnswers } from '../support/learning.ts';
import { actorOf, cookieOf, departmentOf, done, foundTestCompany, hire } from '../support/staff.ts';

const questionKinds: QuestionKind[] = ['one', 'many', 'true-false', 'order', 'match'];
const home = '/learn/common/only';
const beforeIsIn = [
  home,
  `${home}?part=part-1`,
  `${home}/commitment`,
  `${home}/attempt`,
  `${home}/ask-for-try`,
  `${home}/quiz`,
  `${home}/result`,
];
const around = ['/', '/learn', '/learn/common', '/notices'];

let database: TestDatabase;
let actor: PersonActor;
let cookie: string;
let text: OpenText;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const questions = questionKinds.map((kind) => question(`of-${kind}`, kind, `secretwhy-${kind}`)).join('\n');
  const orders = ['a', 'b', 'c'].map((id) => question(id, 'order', `secretwhy-${id}`)).join('\n');
  const matches = ['d', 'e'].map((id) => question(id, 'match', `secretwhy-${id}`)).join('\n');
  const parts = ['Plain words.', '<Commitment prompt="What will you do?" />'];
  const only = moduleSource({ title: 'The only one', parts, questions: questions + orders + matches });
  const course = { slug: 'common', title: 'Everyone', audience: 'everyone', modules: { only } };
  await importContent(system, writeContent(`${database.folder}/content`, [course]));
  const personId = await hire({ name: 'Ada', departmentId: await departmentOf('Shipping'), siteId });
  actor = await actorOf(personId);
  cookie = await cookieOf(personId);
  text = await textOf(actor, 'common', 'only');
});

afterAll(() => database.close());

async function whole(paths: string[]): Promise<string> {
  const answers: string[] = [];
  for (const path of paths) {
    for (const kind of kinds) answers.push((await ask({ path, kind, cookie })).text);
  }
  return answers.join('\n');
}

async function expectNoKey(): Promise<void> {
  const seen = await whole([...beforeIsIn, ...around]);
  expect(seen).not.toContain('secretwhy');
  expect(seen).not.toMatch(/answerKey|"right"/);
}

describe('the answer key stays on the server until the try is in', () => {
  test('before the module is begun', expectNoKey);

  test('while the try is open, when the questions are shown', async () => {
    await openTry(actor, text);
    const { text: page } = await ask({ path: `${home}/quiz`, cookie });
    for (const shown of ['Green', 'Stones', 'False', 'Repeat', 'Frost', 'Umbrella'])
      expect(page).toContain(shown);
    await expectNoKey();
  });

  test('in the answer to a form that leaves questions out', async () => {
    const quiz = await quizForTaking(reader, actor.id, text.documentId);
    const [first] = quiz!.questions;
    const form = { attempt: quiz!.attemptId, [`q.${first!.id}`]: first!.options[0]!.id };
    for (const kind of kinds.slice(0, 2)) {
      const sent = await ask({ path: `${home}/quiz`, kind, method: 'POST', form, cookie });
      expect(sent.status).toBe(422);
      expect(sent.text).not.toContain('secretwhy');
    }
    await expectNoKey();
  });

  test('afterwards every reason is told, right or wrong', async () => {
    const quiz = await quizForTaking(reader, actor.id, text.documentId);
    const { documentId } = text;
    const answers = await wrongAnswers(text);
    await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId: quiz!.attemptId, answers })));
    const { text: page } = await ask({ path: `${home}/result`, cookie });
    for (const [kind, count] of [
      ['one', 3],
      ['many', 3],
      ['true-false', 2],
      ['order', 4],
      ['match', 4],
    ] as const) {
      for (let index = 0; index < count; index += 1) expect(page).toContain(`secretwhy-${kind}-${index}`);
    }
  });
});

describe('a second try', () => {
  test('is told the reasons of what was chosen last time, and none of what was not', async () => {
    const { documentId } = text;
    const wrong = await wrongAnswers(text);
    await done(transact((tx) => startAttempt(tx, actor, { documentId })));
    const seen = await whole([`${home}/quiz`, `${home}/attempt`, home]);
    // Of `one` the first option was chosen, of `many` the second; of an order or a match no reason may be told.
    expect(seen).toContain('secretwhy-one-0');
    expect(seen).toContain('secretwhy-many-1');
    for (const kept of ['one-1', 'one-2', 'many-0', 'many-2', 'true-false-1', 'order', 'match', 'a-', 'd-'])
      expect(seen).not.toContain(`secretwhy-${kept}`);
    expect(seen).not.toMatch(/answerKey|"right"/);
    const quiz = await quizForTaking(reader, actor.id, documentId);
    const answers = { documentId, attemptId: quiz!.attemptId, answers: wrong };
    await done(transact((tx) => submitQuiz(tx, actor, answers)));
  });
});

test('neither ids nor the sequence of a match say what goes with what', async () => {
  const right = await rightAnswers(text);
  const pairs = questionsOf(text.tree).filter(({ kind }) => kind === 'match');
  expect(pairs).toHaveLength(3);
  const ids = pairs.flatMap(({ options, matches }) => [...options, ...matches!].map(({ id }) => id));
  expect(new Set(ids).size, 'the same words have other ids in another question').toBe(ids.length);
  for (const { id, matches } of pairs) {
    const sides = matches!.map((match) => match.id);
    expect(sides).toEqual(sides.toSorted());
    expect(new Set(right[id]!.map((pair) => pair.split('=')[1]))).toEqual(new Set(sides));
  }
});

test('where an option stands in a question of order says nothing of where it belongs', async () => {
  const { documentId } = text;
  const right = await rightAnswers(text);
  const orders = questionsOf(text.tree).filter(({ kind }) => kind === 'order');
  const shown = new Map<string, string[]>();
  let asKeyed = 0;
  const tries = 8;
  for (let number = 0; number < tries; number += 1) {
    const { attemptId } = await done(transact((tx) => startAttempt(tx, actor, { documentId })));
    const quiz = await quizForTaking(reader, actor.id, documentId);
    for (const { id } of orders) {
      const sequence = quiz!.questions.find((one) => one.id === id)!.options.map((option) => option.id);
      shown.set(id, [...(shown.get(id) ?? []), sequence.join()]);
      if (sequence.join() === right[id]!.join()) asKeyed += 1;
    }
    const answers = await wrongAnswers(text);
    await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
  }
  // By chance one in 24 is as keyed; half of them would need a chance of one in a million million.
  expect(asKeyed).toBeLessThan((tries * orders.length) / 2);
  for (const sequences of shown.values()) expect(new Set(sequences).size).toBeGreaterThan(1);
  for (const { id, options } of orders) {
    const ids = options.map((option) => option.id);
    expect(ids, 'the stored sequence is that of the hashes').toEqual(ids.toSorted());
    expect(new Set(right[id])).toEqual(new Set(ids));
  }
});
