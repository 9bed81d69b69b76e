import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { readModule, findModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { quizForTaking, quizResult } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, question, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import {
  complete,
  openTry,
  readThrough,
  rightAnswers,
  textOf,
  wrongAnswers,
} from '../../support/learning.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let actor: PersonActor;

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await publish('First edition', 'first');
  actor = await actorOf(await hire({ name: 'Ada', ...place }));
});

afterEach(() => database.close());

async function publish(title: string, questionId: string, front = ''): Promise<void> {
  const root = join(database.folder, 'content');
  rmSync(root, { recursive: true, force: true });
  const modules = { only: moduleSource({ title, questions: question(questionId, 'one'), front }) };
  const report = await importContent(
    system,
    writeContent(root, [{ slug: 'common', title: 'Common', audience: 'everyone', modules }]),
  );
  expect(report.published.length).toBeGreaterThan(0);
}

const view = async () => readModule(reader, actor, (await findModule(reader, actor, 'common', 'only'))!);

test('whoever has begun reads on in the edition they began, and is told of the newer one', async () => {
  const text = await textOf(actor, 'common', 'only');
  await readThrough(actor, text);
  await publish('Second edition', 'second');
  const seen = await view();
  expect([seen.version.title, seen.newerEdition]).toEqual(['First edition', true]);
  const started = await done(transact((tx) => startAttempt(tx, actor, { documentId: text.documentId })));
  expect(await reader.attempt.findUnique({ where: { id: started.attemptId } })).toMatchObject({
    versionId: text.versionId,
  });
});

test('whoever answers is asked, graded and credited by the edition they began', async () => {
  const text = await textOf(actor, 'common', 'only');
  const { documentId, versionId } = text;
  const attemptId = await openTry(actor, text);
  await publish('Second edition', 'second');
  const quiz = await quizForTaking(reader, actor.id, documentId);
  expect(quiz?.questions.map(({ id }) => id)).toEqual(['first']);
  const answers = await rightAnswers(text);
  expect(await transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers }))).toMatchObject({
    passed: true,
  });
  const completions = await reader.completion.findMany({ where: { personId: actor.id, documentId } });
  expect(completions.map((one) => [one.versionId, one.attemptId])).toEqual([[versionId, attemptId]]);
  expect((await quizResult(reader, actor.id, documentId))?.title).toBe('First edition');
});

test('whoever begins afterwards reads the new one', async () => {
  await publish('Second edition', 'second');
  const seen = await view();
  expect([seen.version.title, seen.newerEdition, seen.round]).toEqual(['Second edition', false, null]);
});

test('whoever had completed it stays so, and may do the new edition as well', async () => {
  const first = await textOf(actor, 'common', 'only');
  await complete(actor, first);
  await publish('Second edition', 'second');
  expect((await view()).completedOn).not.toBeNull();
  const second = await textOf(actor, 'common', 'only');
  await complete(actor, second);
  const rows = await reader.completion.findMany({
    where: { personId: actor.id, documentId: first.documentId },
    orderBy: { completedAt: 'asc' },
  });
  expect(rows.map(({ versionId }) => versionId)).toEqual([first.versionId, second.versionId]);
  const course = await reader.completion.count({
    where: { personId: actor.id, document: { kind: 'course' } },
  });
  expect(course, 'the course was completed once').toBe(1);
});

test('tries are counted by edition: those used up on one leave the next open', async () => {
  await publish('With two tries', 'third', 'attempts: 2\n');
  const text = await textOf(actor, 'common', 'only');
  const { documentId } = text;
  await readThrough(actor, text);
  const start = () => transact((tx) => startAttempt(tx, actor, { documentId }));
  for (const _ of [1, 2]) {
    const { attemptId } = await done(start());
    const answers = await wrongAnswers(text);
    await done(transact((tx) => submitQuiz(tx, actor, { documentId, attemptId, answers })));
  }
  expect(await start()).toEqual({ refused: 'attempts-used-up' });
  expect((await quizResult(reader, actor.id, documentId))?.triesLeft).toBe(0);
  expect(await reader.attempt.count({ where: { personId: actor.id } })).toBe(2);
});
