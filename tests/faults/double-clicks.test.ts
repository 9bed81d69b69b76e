import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { quizResult } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import type { Answers } from '#app/domain/learning/quizzes/quiz.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask } from '../support/asking.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { OpenText } from '../support/learning.ts';
import { openTry, readThrough, rightAnswers, textOf, wrongAnswers } from '../support/learning.ts';
import { actorOf, cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let actor: PersonActor;
let text: OpenText;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  const questions = question('a', 'one') + question('b', 'many');
  const modules = {
    only: moduleSource({ title: 'Only', questions }),
    other: moduleSource({ title: 'Other', questions }),
  };
  await importContent(
    system,
    writeContent(`${database.folder}/content`, [
      { slug: 'common', title: 'Common', audience: 'everyone', modules },
    ]),
  );
});

beforeEach(async () => {
  hired += 1;
  actor = await actorOf(await hire({ name: `Person ${hired}`, email: `p${hired}@example.com`, ...place }));
  text = await textOf(actor, 'common', 'only');
});

afterAll(() => database.close());

const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));
const mine = () => ({ where: { personId: actor.id } });
const eventsOf = (name: string) => reader.event.count({ where: { name, actorId: actor.id } });

describe('two hundred clicks at the same moment', () => {
  test('begin one reading', async () => {
    const { documentId, versionId } = text;
    const input = { documentId, versionId, firstPart: 'part-1' };
    await times(200, () => transact((tx) => beginModule(tx, actor, input)));
    expect(await reader.reading.count(mine())).toBe(1);
    expect(await eventsOf('reading.begun')).toBe(1);
  });

  test('start one try, and all are told of the same', async () => {
    await readThrough(actor, text);
    const { documentId } = text;
    const started = await times(200, () => transact((tx) => startAttempt(tx, actor, { documentId })));
    expect(new Set(started.map((one) => ('ok' in one ? one.attemptId : one.refused))).size).toBe(1);
    expect(await reader.attempt.count(mine())).toBe(1);
    expect(await eventsOf('attempt.started')).toBe(1);
  });

  test('hand in once: one is graded, the others learn its result', async () => {
    const attemptId = await openTry(actor, text);
    const { documentId } = text;
    const answers = await rightAnswers(text);
    const results = await times(200, () =>
      transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })),
    );
    expect(results).toEqual(Array.from({ length: 200 }, () => ({ ok: true, number: 1, passed: true })));
    expect(await reader.attempt.findMany(mine())).toMatchObject([
      { score: 100, passed: true, openKey: null },
    ]);
    expect(await reader.completion.count(mine())).toBe(1);
    expect(await eventsOf('attempt.submitted')).toBe(1);
    expect(await eventsOf('module.completed')).toBe(1);
  });

  test('with different answers: whichever came first counts, for everybody', async () => {
    const attemptId = await openTry(actor, text);
    const { documentId } = text;
    const [wrong, right] = [await wrongAnswers(text), await rightAnswers(text)];
    let turn = 0;
    const results = await times(200, () => {
      turn += 1;
      const answers = turn % 2 === 1 ? wrong : right;
      return transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers }));
    });
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ passed: false });
    expect(await reader.completion.count(mine())).toBe(0);
  });

  test('starting and handing in, all mixed, end in one result', async () => {
    const attemptId = await openTry(actor, text);
    const { documentId } = text;
    const answers = await rightAnswers(text);
    await times(100, async () => {
      await transact((tx) => startAttempt(tx, actor, { documentId }));
      await transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers }));
    });
    expect(await reader.attempt.count(mine())).toBe(1);
    expect(await reader.completion.count(mine())).toBe(1);
  });
});

describe('two hundred requests at the same moment, from the browser to the database,', () => {
  const home = '/learn/common/only';
  type Form = Record<string, string | string[]>;
  const post = (cookie: string, page: string, form: Form = {}) =>
    ask({ path: `${home}/${page}`, method: 'POST', cookie, form });
  const formOf = (attempt: string, answers: Answers): Form => ({
    attempt,
    ...Object.fromEntries(Object.entries(answers).map(([id, ids]) => [`q.${id}`, ids])),
  });
  const placesOf = (answers: Awaited<ReturnType<typeof ask>>[]) =>
    new Set(answers.map(({ status, location }) => `${status} ${location}`));

  test('start one try, and lead all to its questions', async () => {
    await readThrough(actor, text);
    const cookie = await cookieOf(actor.id);
    const answers = await times(200, () => post(cookie, 'attempt'));
    expect(placesOf(answers)).toEqual(new Set([`303 ${home}/quiz`]));
    expect(await reader.attempt.count(mine())).toBe(1);
    expect(await eventsOf('attempt.started')).toBe(1);
  });

  test('hand in once, and lead all to the same result', async () => {
    const attempt = await openTry(actor, text);
    const cookie = await cookieOf(actor.id);
    const form = formOf(attempt, await rightAnswers(text));
    const answers = await times(200, () => post(cookie, 'quiz', form));
    expect(placesOf(answers)).toEqual(new Set([`303 ${home}/result?try=1`]));
    expect(await reader.attempt.findMany(mine())).toMatchObject([{ passed: true, openKey: null }]);
    expect(await reader.completion.count(mine())).toBe(1);
    expect(await eventsOf('attempt.submitted')).toBe(1);
  });

  test('that keep other answers while one hands in change nothing that was graded', async () => {
    const attempt = await openTry(actor, text);
    const cookie = await cookieOf(actor.id);
    const right = formOf(attempt, await rightAnswers(text));
    const wrong = formOf(attempt, await wrongAnswers(text));
    let turn = 0;
    const answers = await times(200, () => {
      turn += 1;
      return turn === 100 ? post(cookie, 'quiz', right) : post(cookie, 'answers', wrong);
    });
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 204, 409]));
    const graded = await reader.attempt.findFirstOrThrow(mine());
    expect(graded).toMatchObject({ score: 100, openKey: null });
    expect((await post(cookie, 'answers', wrong)).status).toBe(409);
    expect(await reader.attempt.findFirstOrThrow(mine())).toEqual(graded);
  });
});

describe('after a try is in', () => {
  test('another answer changes neither score nor record', async () => {
    const attemptId = await openTry(actor, text);
    const { documentId } = text;
    const wrong = await wrongAnswers(text);
    await transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers: wrong }));
    const before = await quizResult(reader, actor.id, documentId);
    const answers = await rightAnswers(text);
    const again = await transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers }));
    expect(again).toEqual({ ok: true, number: 1, passed: false });
    expect(await quizResult(reader, actor.id, documentId)).toEqual(before);
  });

  test('a module that is done is not tried again on the same edition', async () => {
    const attemptId = await openTry(actor, text);
    const { documentId, versionId } = text;
    const answers = await rightAnswers(text);
    await transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers }));
    expect(await transact((tx) => startAttempt(tx, actor, { documentId }))).toEqual({ refused: 'not-begun' });
    await transact((tx) => beginModule(tx, actor, { documentId, versionId, firstPart: 'part-1' }));
    expect(await transact((tx) => startAttempt(tx, actor, { documentId }))).toEqual({
      refused: 'already-completed',
    });
    expect(await reader.completion.count(mine())).toBe(1);
  });
});

test('through all of it the chain of events stays whole', async () => {
  expect(await checkChain(reader)).toMatchObject({ intact: true });
});
