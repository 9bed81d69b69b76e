import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { Somebody } from '../../support/entrance-company.ts';
import { entranceCompany, linkFor, password, slipFor } from '../../support/entrance-company.ts';
import { tableHashes } from '../../support/rows.ts';
import { visitor } from '../../support/visitor.ts';

const verified = vi.hoisted(() => ({ count: 0 }));

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  return {
    ...argon2,
    verify: (...args: Parameters<typeof argon2.verify>) => {
      verified.count += 1;
      return argon2.verify(...args);
    },
  };
});

let database: TestDatabase;
let company: Awaited<ReturnType<typeof entranceCompany>>;
let known: Somebody;
let bare: Somebody;
let addresses = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await entranceCompany();
});

beforeEach(async () => {
  known = await company.somebody();
  bare = await company.somebody({ bare: true });
});

afterAll(() => database.close());

/** From an address that nobody else in these tests has. */
const stranger = () => visitor(`203.0.113.${(addresses += 1)}`);
const unknown = () => `x${String((addresses += 1)).padStart(4, '0')}@example.com`;
const signIn = (email: string, who = stranger(), typed = 'wrong') =>
  who.post('/sign-in', { email, password: typed });
/** A page without what was typed into it. */
const bodyOf = (text: string, email: string) => text.replaceAll(email, 'typed');

/** One page for whoever is there, whoever has no password yet, and whoever is not there at all. */
async function expectAlike(
  send: (email: string) => Promise<{ status: number; text: string; location: string | null }>,
) {
  const alike = [];
  for (const email of [known.email, bare.email, unknown()]) {
    const { status, text, location } = await send(email);
    alike.push({ status, body: bodyOf(text, email), location });
  }
  expect(alike[1]).toEqual(alike[0]);
  expect(alike[2]).toEqual(alike[0]);
  return alike[0]!;
}

describe('whether somebody is here is not told', () => {
  test('by signing in, nor by what it costs', async () => {
    const costs: number[] = [];
    const { status } = await expectAlike(async (email) => {
      const before = verified.count;
      const answer = await signIn(email);
      costs.push(verified.count - before);
      return answer;
    });
    expect([status, costs]).toEqual([422, [1, 1, 1]]);
  });

  test('by signing in once too often, which costs nothing', async () => {
    const { status, body } = await expectAlike(async (email) => {
      for (let index = 0; index < 10; index += 1) expect((await signIn(email)).status).toBe(422);
      const before = verified.count;
      const answer = await signIn(email);
      expect(verified.count).toBe(before);
      return answer;
    });
    expect(status).toBe(429);
    expect(body).toContain('Wait 15 minutes');
    expect(body).toContain('value="typed"');
    expect(body).not.toContain('value="wrong"');
  });

  test('by asking for a link, once and once too often', async () => {
    const ask = (email: string) => stranger().post('/forgot', { email });
    expect(await expectAlike(ask)).toMatchObject({ status: 303, location: '/forgot/sent' });
    const { status, body } = await expectAlike(async (email) => {
      for (let index = 0; index < 5; index += 1) await ask(email);
      return ask(email);
    });
    expect(status).toBe(429);
    expect(body).toMatch(/wait (59|60) minutes/);
  });

  test('by typing a code, once and once too often', async () => {
    const ask = (email: string) => stranger().post('/code', { email, code: 'BCD-FGH-JKM' });
    expect((await expectAlike(ask)).status).toBe(422);
    const { status, body } = await expectAlike(async (email) => {
      for (let index = 0; index < 10; index += 1) await ask(email);
      return ask(email);
    });
    expect(status).toBe(429);
    expect(body).not.toContain('BCD-FGH-JKM');
  });
});

describe('whoever guesses', () => {
  test('has ten tries at an account, from a hundred addresses, under both of its names', async () => {
    const number = `N-${addresses}`;
    await transact((tx) =>
      tx.person.update({ where: { id: known.personId }, data: { employeeNumber: number } }),
    );
    const taken = [];
    for (let index = 0; index < 40; index += 1) {
      const { status } = await signIn(index % 2 ? known.email.toUpperCase() : ` ${number.toLowerCase()} `);
      if (status === 422) taken.push(index);
    }
    expect(taken).toHaveLength(10);
    expect((await signIn(known.email, stranger(), password)).status).toBe(429);
  });

  test('has a hundred tries from an address, and writes no row after that', async () => {
    const who = stranger();
    const guess = () => who.post('/code', { email: unknown(), code: 'BCD-FGH-JKM' });
    let taken = 0;
    for (let index = 0; index < 100; index += 1) if ((await guess()).status === 422) taken += 1;
    expect(taken).toBe(100);
    const before = tableHashes(database.folder);
    expect((await guess()).status).toBe(429);
    expect(tableHashes(database.folder)).toEqual(before);
    expect((await signIn(known.email, who, password)).status, 'passwords count for themselves').toBe(303);
  }, 30_000);

  test('has ten tries at the code of a slip, wherever they send it, and the right one opens nothing then', async () => {
    const { code } = await slipFor(known.personId);
    const tries = [];
    for (let index = 0; index < 12; index += 1) {
      const wrong = { email: known.email, code: 'BCD-FGH-JKM', fresh: password };
      const path = index % 2 ? '/code' : '/code/password';
      tries.push((await stranger().post(path, wrong)).status);
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
    const form = { email: known.email, code, fresh: 'a brand new password' };
    expect((await stranger().post('/code/password', form)).status).toBe(429);
    const session = await reader.session.count({ where: { personId: known.personId } });
    expect(session).toBe(0);
  });
});

describe('nobody is locked out by others', () => {
  const hammer = async () => {
    for (let index = 0; index < 12; index += 1) await signIn(known.email);
    expect((await signIn(known.email, stranger(), password)).status).toBe(429);
  };

  test('on a device they signed in from before, from the very address of the others', async () => {
    const mine = stranger();
    expect((await signIn(known.email, mine, password)).status).toBe(303);
    await mine.post('/sign-out', {});
    await hammer();
    for (let index = 0; index < 110; index += 1)
      await mine.post('/sign-in', { email: unknown(), password: 'x' });
    expect((await signIn(known.email, mine, 'mistyped')).status).toBe(422);
    expect((await signIn(known.email, mine, password)).status).toBe(303);
  }, 30_000);

  test('who have a link or a slip: both go on opening', async () => {
    await hammer();
    const link = await linkFor(known.personId, 'reset');
    expect((await stranger().post(link, { fresh: 'a brand new password' })).status).toBe(303);
    const { code } = await slipFor(known.personId);
    const form = { email: known.email, code, fresh: 'a brand new password' };
    expect((await stranger().post('/code/password', form)).status).toBe(303);
  });

  test('and a device counts for itself, with ten tries of its own', async () => {
    const mine = stranger();
    await signIn(known.email, mine, password);
    await mine.post('/sign-out', {});
    const statuses = [];
    for (let index = 0; index < 11; index += 1) statuses.push((await signIn(known.email, mine)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
    expect((await signIn(known.email, stranger(), password)).status).toBe(303);
  });

  test('a device is known to whom signed in on it alone, cannot be made up, and is not after a new password', async () => {
    const mine = stranger();
    await signIn(known.email, mine, password);
    await mine.post('/sign-out', {});
    const cookie = mine.cookies.get('everyhand-device')!;
    const other = await company.somebody();
    const triesWith = async (email: string, value: string) => {
      const who = stranger();
      who.cookies.set('everyhand-device', value);
      return (await signIn(email, who, password)).status;
    };
    for (const email of [known.email, other.email])
      for (let index = 0; index < 10; index += 1) await signIn(email);
    expect(await triesWith(known.email, cookie)).toBe(303);
    expect(await triesWith(other.email, cookie)).toBe(429);
    const [id, mark] = Buffer.from(cookie, 'base64').toString().slice(1, -1).split('.');
    const encoded = (value: string) => Buffer.from(JSON.stringify(value)).toString('base64');
    for (const forged of [`${'A'.repeat(22)}.${mark}`, `${id}.${'A'.repeat(22)}`, `${id}.`, '', id!])
      expect(await triesWith(known.email, encoded(forged)), forged).toBe(429);
    const link = await linkFor(known.personId, 'reset');
    expect((await stranger().post(link, { fresh: password })).status).toBe(303);
    expect(await triesWith(known.email, cookie)).toBe(429);
  });
});

test('the password one has is not guessed at from an open session', async () => {
  const who = stranger();
  await signIn(known.email, who, password);
  const change = () => who.post('/password', { current: 'wrong', fresh: 'a brand new password' });
  for (let index = 0; index < 10; index += 1) expect((await change()).status).toBe(422);
  expect((await change()).status).toBe(429);
  expect((await signIn(known.email, stranger(), password)).status).toBe(303);
});
