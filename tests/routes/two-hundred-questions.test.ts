import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { questionsOf } from '#app/domain/publishing/document-tree.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../support/content.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { ask } from '../support/asking.ts';
import { openTry, rightAnswers, textOf } from '../support/learning.ts';
import { actorOf, cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const quizPath = '/learn/common/long/quiz';
const ids = Array.from({ length: 200 }, (_, index) => `q${index + 1}`);

let database: TestDatabase;
let actor: PersonActor;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const questions = ids.map((id) => question(id, 'true-false', 'w')).join('\n');
  const long = moduleSource({ title: 'Long', questions });
  const course = { slug: 'common', title: 'Everyone', audience: 'everyone', modules: { long } };
  const { broken } = await importContent(system, writeContent(`${database.folder}/content`, [course]));
  expect(broken).toEqual([]);
  const personId = await hire({ name: 'Ada', departmentId: await departmentOf('Shipping'), siteId });
  actor = await actorOf(personId);
  cookie = await cookieOf(personId);
});

afterAll(() => database.close());

test('a module with two hundred questions is shown whole, keeps what was answered, and is graded', async () => {
  const text = await textOf(actor, 'common', 'long');
  const attemptId = await openTry(actor, text);
  expect(questionsOf(text.tree)).toHaveLength(200);
  const page = await ask({ path: quizPath, cookie });
  expect(page.text.match(/<fieldset/g)).toHaveLength(200);

  const right = await rightAnswers(text);
  const form = ids.map((id) => [`q.${id}`, right[id]![0]!] as const);
  const allButLast = { attempt: attemptId, ...Object.fromEntries(form.slice(0, -1)) };
  const refused = await ask({ path: quizPath, cookie, method: 'POST', form: allButLast });
  expect(refused.status).toBe(422);
  expect(refused.text.match(/checked=""/g)).toHaveLength(199);

  const all = { attempt: attemptId, ...Object.fromEntries(form) };
  const graded = await ask({ path: quizPath, cookie, method: 'POST', form: all });
  expect(graded.status).toBe(303);
  expect(await reader.attempt.findFirst()).toMatchObject({ rightCount: 200, score: 100, passed: true });
});
