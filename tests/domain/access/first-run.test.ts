import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { spendToken } from '#app/domain/access/tokens/spend-token.server.ts';
import { tokenOpens } from '#app/domain/access/tokens/token-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { setUpCompany } from '#app/routes/entrance/first-run/set-up-company.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase();
});

afterEach(() => database.close());

const issue = async () => (await transact((tx) => issueToken(tx, system, { purpose: 'first-run' }))).token;
const company = { name: 'Oak', timeZone: 'Europe/Warsaw', language: 'en' as const };

async function formWith(token: string, site = 'Main') {
  const secretHash = await hashPassword('oak and white, side by side');
  return {
    ...company,
    site,
    department: 'Office',
    adminName: 'Ada',
    email: 'ada@example.com',
    token,
    secretHash,
  };
}

describe('the link of the first run', () => {
  test('opens one company, though fifty ask at the same moment', async () => {
    const form = await formWith(await issue());
    const opened = await Promise.all(Array.from({ length: 50 }, () => setUpCompany(form)));
    const made = opened.filter((one) => 'ok' in one);
    expect(made).toHaveLength(1);
    expect(opened.filter((one) => 'refused' in one && one.refused === 'token-dead')).toHaveLength(49);
    expect(await reader.company.count()).toBe(1);
    expect(await reader.person.count()).toBe(1);
    expect(await reader.session.count()).toBe(1);
    const [first] = made;
    const session = 'ok' in first! ? await sessionByToken(reader, first.token) : null;
    expect(session?.actor).toMatchObject({
      name: 'Ada',
      roles: expect.arrayContaining(['editor', 'hr', 'admin']) as string[],
    });
    expect(session?.actor.headOf).toHaveLength(1);
    expect(session?.actor.mustChangePassword).toBe(false);
  });

  test('opens nothing once a newer one was made', async () => {
    const [old, fresh] = [await issue(), await issue()];
    expect(await tokenOpens(reader, 'first-run', old)).toBe(false);
    expect(await tokenOpens(reader, 'first-run', fresh)).toBe(true);
    expect(await setUpCompany(await formWith(old))).toEqual({ refused: 'token-dead' });
  });

  test('stays good where the company could not be made, and nothing of it stands', async () => {
    const token = await issue();
    const form = await formWith(token);
    const before = tableHashes(database.folder);
    await expect(setUpCompany({ ...form, email: null as unknown as string })).resolves.toMatchObject({
      refused: 'no-way-to-sign-in',
    });
    expect(tableHashes(database.folder)).toEqual(before);
    expect(await setUpCompany(form)).toMatchObject({ ok: true });
  });

  test('is kept as a hash alone', async () => {
    const token = await issue();
    const rows = JSON.stringify([await reader.token.findMany(), await reader.event.findMany()]);
    expect(rows).not.toContain(token);
  });

  test.each(['', 'x', '%', "' OR 1=1 --", '\u0000'])('is not guessed by %j', async (token) => {
    await issue();
    expect(await tokenOpens(reader, 'first-run', token)).toBe(false);
    expect(await transact((tx) => spendToken(tx, system, { purpose: 'first-run', token }))).toEqual({
      refused: 'token-dead',
    });
  });
});

test('a company is founded once in the life of a database', async () => {
  const found = () => transact((tx) => foundCompany(tx, system, { ...company, sample: false }));
  const all = await Promise.all(Array.from({ length: 20 }, found));
  expect(all.filter((one) => 'ok' in one)).toHaveLength(1);
  expect(await reader.company.count()).toBe(1);
});
