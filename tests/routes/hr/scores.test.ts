import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '#app/platform/db/database.server.ts';
import type { Ask } from '../../support/asking.ts';
import { ask, kinds } from '../../support/asking.ts';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { textOf } from '../../support/learning.ts';
import { actorOf, cookieOf } from '../../support/staff.ts';

/** Scores that stand nowhere else: what passed first, what passed later, and what did not pass. */
const scores = { failed: 7_654_301, first: 7_654_302, later: 7_654_303 };
const list = '/hr/completions?state=completed';
const file = '/hr/completions.csv';

let database: TestDatabase;
let company: CanaryCompany;
let hr: string;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  hr = await cookieOf(company.people.hr);
  const personId = company.canaryIds.finance!;
  const { documentId, versionId } = await textOf(await actorOf(personId), 'finance', 'only');
  const tried = (number: number, score: number, passed: boolean) => ({
    id: `try-${number}`,
    personId,
    documentId,
    versionId,
    number,
    score,
    passed,
    answers: '{}',
    startedAt: new Date(),
    submittedAt: new Date(),
  });
  await transact(async (tx) => {
    await tx.attempt.deleteMany({ where: { personId, submittedAt: null } });
    const data = [
      tried(-3, scores.failed, false),
      tried(-2, scores.first, true),
      tried(-1, scores.later, true),
    ];
    await tx.attempt.createMany({ data });
  });
});

afterAll(() => database.close());

const show = (showScores: boolean) => transact((tx) => tx.company.updateMany({ data: { showScores } }));

async function everyAnswer(path: string, cookie = hr): Promise<string[]> {
  const asked: Ask[] = kinds.map((kind) => ({ path, kind, cookie }));
  const answers: string[] = [];
  for (const one of asked) answers.push((await ask(one)).text);
  return answers;
}

test('scores are in no answer to HR while the company does not show them', async () => {
  await show(false);
  const answers = [...(await everyAnswer(list)), ...(await everyAnswer(file))];
  for (const text of answers) {
    for (const score of Object.values(scores)) expect(text).not.toContain(String(score));
    expect(text).not.toContain('Scores (%)');
    expect(text).not.toMatch(/"scores?"/);
  }
  expect(answers[0]).toContain('canaryfinanceperson');
});

test('once it does, HR sees the score of the try that passed first, on the list and in the file', async () => {
  await show(true);
  for (const path of [list, file]) {
    const [text = ''] = await everyAnswer(path);
    expect(text).toContain('Scores (%)');
    expect(text).toContain(String(scores.first));
    for (const other of [scores.failed, scores.later]) expect(text).not.toContain(String(other));
  }
});

test('nobody else ever does', async () => {
  await show(true);
  for (const role of ['employee', 'head', 'editor', 'admin'] as const) {
    const cookie = await cookieOf(company.people[role]);
    for (const path of ['/', '/team', '/hr', '/hr/people', '/hr/completions', '/hr/completions.csv']) {
      for (const text of await everyAnswer(path, cookie)) expect(text).not.toContain(String(scores.first));
    }
  }
  for (const path of ['/hr', '/hr/people', '/hr/departments']) {
    for (const text of await everyAnswer(path)) expect(text).not.toContain(String(scores.first));
  }
});
