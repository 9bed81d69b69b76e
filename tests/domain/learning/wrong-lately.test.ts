import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { fewestPeople, wrongLately } from '#app/domain/learning/quizzes/wrong-lately-reads.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { caseStudy, moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { noonOf } from '../../support/huddles.ts';
import { openTry, rightAnswers, textOf, wrongAnswers } from '../../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let moduleId: string;

const [day, today] = ['2026-10-20', '2026-11-16'];

beforeEach(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Shipping', 'shipping') };
  const first = moduleSource({
    title: 'First',
    parts: [caseStudy({ id: 'a-case', title: 'A case' }) + caseStudy({ id: 'b-case', title: 'B' })],
    questions:
      question('one', 'one', 'why', 'a-case') +
      question('two', 'one', 'why', 'b-case') +
      question('three', 'one'),
  });
  const course = { slug: 'common', title: 'Common', audience: 'everyone', modules: { first } };
  await importContent(system, writeContent(join(database.folder, 'content'), [course]));
  moduleId = (await reader.document.findFirstOrThrow({ where: { slug: 'common/first' } })).id;
});

afterEach(() => database.close());

/** Somebody new who hands in a try: wrong where it is said, right everywhere else. */
async function answer(wrong: string[], on = day, again: string[][] = []): Promise<string> {
  const number = await reader.person.count();
  const personId = await hire({ name: `Number ${String.fromCodePoint(97 + number)}`, ...place });
  const actor = await actorOf(personId);
  await underClock(noonOf(on), async () => {
    const text = await textOf(actor, 'common', 'first');
    const [right, other] = [await rightAnswers(text), await wrongAnswers(text)];
    for (const missed of [wrong, ...again]) {
      const attemptId = await openTry(actor, text);
      const answers = { ...right, ...Object.fromEntries(missed.map((id) => [id, other[id]!])) };
      const { documentId } = text;
      await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
    }
  });
  return personId;
}

const shares = async () => {
  const cases = ['a-case', 'b-case', 'c-case'].map((caseId) => ({ caseId, moduleId }));
  const found = await underClock(noonOf(today), () => wrongLately(reader, [place.departmentId], cases));
  return Object.fromEntries(found.get(place.departmentId) ?? []);
};

test('is told by case from five people up, and of nothing that no question is about', async () => {
  for (let people = 1; people < fewestPeople; people += 1) await answer(['one']);
  expect(await shares()).toEqual({});
  await answer(['one', 'two']);
  expect(await shares()).toEqual({ 'a-case': 1, 'b-case': 1 / fewestPeople });
});

test('counts first tries alone, of the last ninety days, by those who still work there', async () => {
  for (let people = 0; people < fewestPeople; people += 1) await answer([], day, []);
  await answer(['one'], day, [['one', 'two'], ['two']]);
  expect(await shares()).toEqual({ 'a-case': 1 / 6, 'b-case': 0 });
  await answer(['two'], '2026-08-01');
  expect(await shares()).toEqual({ 'a-case': 1 / 6, 'b-case': 0 });
  await leave(await answer(['two']), '2026-11-01');
  expect(await shares()).toEqual({ 'a-case': 1 / 6, 'b-case': 0 });
});

test('is a department’s own', async () => {
  for (let people = 0; people < fewestPeople; people += 1) await answer(['one']);
  place = { ...place, departmentId: await departmentOf('Sales', 'sales') };
  expect(await shares()).toEqual({});
});
