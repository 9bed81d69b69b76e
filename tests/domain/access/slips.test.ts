import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { choosePassword } from '#app/domain/access/tokens/choose-password.server.ts';
import { printSlip } from '#app/domain/access/tokens/print-slip.server.ts';
import { makeShortCode } from '#app/domain/access/tokens/short-code.ts';
import { slipsFor } from '#app/domain/access/tokens/slip-reads.server.ts';
import { readToken } from '#app/domain/access/tokens/token-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureKeys } from '#app/platform/session/keys.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire, leave, makeHead } from '../../support/staff.ts';

let database: TestDatabase;
let siteId: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  siteId = await foundTestCompany();
  const shipping = await departmentOf('Shipping', 'shipping');
  const sales = await departmentOf('Sales', 'sales');
  const hireInto = async (name: string, departmentId: string, roles: ('hr' | 'admin' | 'editor')[] = []) => {
    people[name] = await hire({ name, departmentId, siteId, roles });
  };
  await hireInto('ben', shipping);
  await hireInto('lena', shipping);
  await hireInto('dana', shipping, ['editor']);
  await hireInto('sven', shipping);
  await hireInto('zed', shipping);
  await hireInto('eli', sales);
  await hireInto('chidi', sales, ['hr']);
  await hireInto('hugo', sales, ['hr']);
  await hireInto('farah', sales, ['admin']);
  await makeHead(shipping, people.ben!);
  // He works in Shipping and heads Sales, so he sees more than the head of Shipping does.
  await makeHead(sales, people.sven!);
  await leave(people.zed!);
});

afterAll(() => database.close());

const print = async (by: string, forWhom: string) => {
  const actor = await actorOf(people[by]!);
  return transact((tx) => printSlip(tx, actor, { personId: people[forWhom]! }));
};

describe('a slip is printed', () => {
  test.each([
    ['chidi', 'lena'],
    ['chidi', 'dana'],
    ['chidi', 'ben'],
    ['farah', 'chidi'],
    ['farah', 'lena'],
    ['ben', 'lena'],
    ['sven', 'eli'],
  ])('by %s for %s', async (by, forWhom) => {
    expect(await print(by, forWhom)).toMatchObject({ ok: true });
    expect(await slipsFor(reader, await actorOf(people[by]!), [people[forWhom]!])).toEqual(
      new Set([people[forWhom]]),
    );
  });

  test.each([
    ['ben', 'dana', 'she holds a role'],
    ['ben', 'eli', 'he is of another department'],
    ['ben', 'sven', 'he heads another department'],
    ['ben', 'ben', 'one is oneself'],
    ['ben', 'zed', 'he has left'],
    ['chidi', 'zed', 'he has left'],
    ['chidi', 'farah', 'HR cannot make an admin'],
    ['chidi', 'hugo', 'HR cannot make another HR'],
    ['farah', 'farah', 'one is oneself'],
    ['dana', 'lena', 'an editor keeps nobody'],
    ['lena', 'eli', 'a colleague keeps nobody'],
  ])('neither by %s for %s, since %s, nor is a row changed', async (by, forWhom) => {
    const actor = await actorOf(people[by]!);
    const before = tableHashes(database.folder);
    const personId = people[forWhom]!;
    expect(await transact((tx) => printSlip(tx, actor, { personId }))).toEqual({ refused: 'not-allowed' });
    expect(tableHashes(database.folder)).toEqual(before);
    expect(await slipsFor(reader, actor, [personId])).toEqual(new Set());
  });
});

describe('the short code on a slip', () => {
  const slipFor = async (whom: string) => done(print('chidi', whom));
  const proof = (whom: string, code: string) =>
    ({ purpose: 'slip', personId: people[whom] ?? '', code }) as const;
  const opens = async (whom: string, code: string) => (await readToken(reader, proof(whom, code))) !== null;

  test('is made of what nobody mistakes, in groups, and is never the same', () => {
    const codes = Array.from({ length: 500 }, makeShortCode);
    expect(
      codes.filter((code) => !/^([2-9B-DF-HJKMNP-TV-Z]{3}-){2}[2-9B-DF-HJKMNP-TV-Z]{3}$/.test(code)),
    ).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('opens for its person, however it is typed, and for nobody else', async () => {
    const { code } = await slipFor('lena');
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
    ])
      expect(await opens('lena', typed)).toBe(true);
    expect(await opens('eli', code)).toBe(false);
    expect(await opens('nobody', code)).toBe(false);
    for (const typed of ['', '-', `${code}2`, code.slice(1), '%', '*'])
      expect(await opens('lena', typed)).toBe(false);
  });

  test('stands nowhere but on the slip, and its hash is worth nothing without the secret', async () => {
    const { code, token } = await slipFor('lena');
    const kept = JSON.stringify([await reader.token.findMany(), await reader.event.findMany()]);
    for (const secret of [code, code.replaceAll('-', ''), token]) expect(kept).not.toContain(secret);
    configureKeys('another secret, from another data folder');
    expect(await opens('lena', code)).toBe(false);
    configureKeys('a secret for tests, and long enough');
    expect(await opens('lena', code)).toBe(true);
  });

  test('and the link beside it open once between them; the next slip ends both', async () => {
    const secretHash = await hashPassword('oak and white, side by side');
    const first = await slipFor('eli');
    const second = await slipFor('eli');
    expect(await opens('eli', first.code)).toBe(false);
    const choose = (what: Parameters<typeof choosePassword>[2]['proof']) =>
      transact((tx) => choosePassword(tx, system, { proof: what, secretHash }));
    const link = { purpose: second.purpose, token: second.token };
    const tries = Array.from({ length: 50 }, (_, index) =>
      choose(index % 2 === 0 ? link : proof('eli', second.code)),
    );
    expect((await Promise.all(tries)).filter((one) => 'ok' in one)).toHaveLength(1);
  });

  test('works for a week for somebody new, and for a day for somebody with a password', async () => {
    const day = 24 * 60 * 60_000;
    const lasts = async () => {
      const { purpose, expiresAt } = await slipFor('ben');
      return [purpose, Math.round((expiresAt.getTime() - Date.now()) / day)];
    };
    expect(await lasts()).toEqual(['invitation', 7]);
    const secretHash = await hashPassword('oak and white, side by side');
    await done(transact((tx) => setPassword(tx, system, { personId: people.ben!, secretHash })));
    expect(await lasts()).toEqual(['reset', 1]);
  });
});
