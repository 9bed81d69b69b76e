import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { closeDatabase, openDatabase, reader } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { OpenText } from '../../support/learning.ts';
import { openTry, rightAnswers, textOf } from '../../support/learning.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

const home = '/learn/common/only';
let database: TestDatabase;
let actor: PersonActor;
let cookie: string;
let other: string;
let text: OpenText;
let attemptId: string;
let right: Record<string, string[]>;

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Shipping') };
  const questions =
    question('one', 'one', 'w') + question('many', 'many', 'w') + question('row', 'order', 'w');
  const only = moduleSource({ title: 'Only', questions });
  const course = { slug: 'common', title: 'Everyone', audience: 'everyone', modules: { only } };
  await importContent(system, writeContent(`${database.folder}/content`, [course]));
  const personId = await hire({ name: 'Ada', ...place });
  actor = await actorOf(personId);
  cookie = await cookieOf(personId);
  other = await cookieOf(await hire({ name: 'Ben', ...place }));
  text = await textOf(actor, 'common', 'only');
  attemptId = await openTry(actor, text);
  right = await rightAnswers(text);
});

afterEach(() => database.close());

const keep = (form: Record<string, string>, by = cookie) =>
  ask({ path: `${home}/answers`, method: 'POST', cookie: by, form });

const soFar = async () => (await quizForTaking(reader, actor.id, text.documentId))?.soFar;

test('what was chosen so far is there again on the next page, and after a restart', async () => {
  const second = right.row![1];
  const form = { attempt: attemptId, 'q.one': right.one![0]!, [`q.row.${second}`]: '1' };
  expect((await keep(form)).status).toBe(204);
  await closeDatabase();
  await openDatabase(join(database.folder, 'everyhand.db'));
  const page = await ask({ path: `${home}/quiz`, cookie });
  expect(page.text).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${right.one![0]}"`));
  expect(page.text.match(/checked=""/g)).toHaveLength(1);
  expect(page.text).toContain('<option value="1" selected="">');
  expect(await soFar()).toEqual({ one: right.one, row: [second, ...right.row!.slice(1).map(() => '')] });
});

test('the last change counts, and nothing that is no answer is kept', async () => {
  await keep({ attempt: attemptId, 'q.one': right.one![0]! });
  await keep({
    attempt: attemptId,
    'q.one': 'nothing',
    'q.many': right.many![0]!,
    'q.nobody': 'x',
    score: '100',
  });
  expect(await soFar()).toEqual({ many: [right.many![0]], row: right.row!.map(() => '') });
  expect(await reader.attempt.findFirst()).toMatchObject({ score: null, submittedAt: null });
});

test('a try of somebody else, an unknown one and one that is over are left as they are', async () => {
  const before = tableHashes(database.folder, ['Session', 'Event']);
  expect((await keep({ attempt: attemptId, 'q.one': right.one![0]! }, other)).status).toBe(409);
  expect((await keep({ attempt: 'nobody', 'q.one': right.one![0]! })).status).toBe(409);
  expect(tableHashes(database.folder, ['Session', 'Event'])).toEqual(before);

  const places = Object.fromEntries(right.row!.map((id, at) => [`q.row.${id}`, String(at + 1)]));
  const all = { attempt: attemptId, 'q.one': right.one![0]!, 'q.many': right.many![0]!, ...places };
  expect((await ask({ path: `${home}/quiz`, method: 'POST', cookie, form: all })).status).toBe(303);
  const sent = tableHashes(database.folder);
  expect((await keep({ attempt: attemptId, 'q.many': right.many![0]! })).status).toBe(409);
  expect(tableHashes(database.folder)).toEqual(sent);
});

test('without a session nothing is kept', async () => {
  const answer = await keep({ attempt: attemptId, 'q.one': right.one![0]! }, 'everyhand=nothing');
  expect(answer.status).toBe(401);
  expect(await soFar()).toEqual({});
});
