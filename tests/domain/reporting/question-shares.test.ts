import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { readQuestionShares } from '#app/domain/reporting/questions/question-shares-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { OpenText } from '../../support/learning.ts';
import { openTry, rightAnswers, textOf, wrongAnswers } from '../../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let people: PersonActor[];
let text: OpenText;
let folder: string;

const source = (more: string) =>
  moduleSource({
    title: 'Only',
    questions: question('colour', 'one') + question('order', 'order') + more,
  });
const publish = (only: string) =>
  importContent(
    system,
    writeContent(folder, [{ slug: 'all', title: 'All', audience: 'everyone', modules: { only } }]),
  );

async function answer(actor: PersonActor, attemptId: string, right: boolean): Promise<void> {
  const answers = right ? await rightAnswers(text) : await wrongAnswers(text);
  const { documentId } = text;
  await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
}

async function again(actor: PersonActor, right: boolean): Promise<void> {
  const { documentId } = text;
  const { attemptId } = await done(transact((tx) => startAttempt(tx, actor, { documentId })));
  await answer(actor, attemptId, right);
}

beforeAll(async () => {
  database = await openTestDatabase();
  folder = join(database.folder, 'content');
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office');
  await publish(source(question('bread', 'many')));
  people = [];
  for (let number = 0; number < 10; number += 1) {
    people.push(
      await actorOf(
        await hire({ name: `Learner ${number}`, email: `l${number}@example.com`, departmentId, siteId }),
      ),
    );
  }
  text = await textOf(people[0]!, 'all', 'only');
}, 60_000);

afterAll(() => database.close());

const shares = async () => (await readQuestionShares(reader, 'all'))![0]!.questions;

test('below ten first tries nothing is told but how many there are', async () => {
  for (const actor of people.slice(0, 9))
    await answer(actor, await openTry(actor, text), actor === people[0]);
  expect((await shares()).map(({ id, tries, right, favourite }) => [id, tries, right, favourite])).toEqual([
    ['colour', 9, null, null],
    ['order', 9, null, null],
    ['bread', 9, null, null],
  ]);
});

test('a second try does not make it ten', async () => {
  await again(people[1]!, true);
  expect((await shares())[0]).toMatchObject({ tries: 9, right: null });
});

test('a try that is open counts for nothing', async () => {
  await openTry(people[9]!, text);
  expect((await shares())[0]).toMatchObject({ tries: 9, right: null });
});

test('from ten up: how many were right at the first try, and the wrong answer given most', async () => {
  await again(people[9]!, false);
  const [colour, order, bread] = await shares();
  expect(colour).toMatchObject({ tries: 10, right: 1, favourite: { options: ['Blue'], times: 9 } });
  expect(order).toMatchObject({ tries: 10, right: 1 });
  expect(order!.favourite).toEqual({ options: ['Thank', 'Repeat', 'Answer', 'Listen'], times: 9 });
  expect(bread).toMatchObject({ tries: 10, right: 1, favourite: { options: ['Stones'], times: 9 } });
});

test('an edition that asks the same with the same options counts with the one before', async () => {
  await publish(source(question('bread', 'many').replace('Stones', 'Gravel')));
  text = await textOf(people[0]!, 'all', 'only');
  const actor = people[2]!;
  // Finishes the round on the old edition first.
  const old = {
    ...text,
    versionId: (await reader.attempt.findFirstOrThrow({ where: { personId: actor.id } })).versionId,
  };
  const answers = await rightAnswers(old);
  const { documentId } = text;
  const { attemptId } = await done(transact((tx) => startAttempt(tx, actor, { documentId })));
  await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
  await answer(actor, await openTry(actor, text), false);
  const told = (await shares()).map(({ id, editions, tries, right }) => [id, editions, tries, right]);
  expect(told).toEqual([
    ['colour', [2, 1], 11, 1],
    ['order', [2, 1], 11, 1],
    ['bread', [2], 1, null],
    ['bread', [1], 10, 1],
  ]);
});

test('nobody is named, and no course is no course', async () => {
  const all = JSON.stringify(await readQuestionShares(reader, 'all'));
  expect(all).not.toContain('Learner');
  for (const { id } of people) expect(all).not.toContain(id);
  expect(await readQuestionShares(reader, 'none')).toBeNull();
});
