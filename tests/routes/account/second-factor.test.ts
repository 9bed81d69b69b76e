import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { storedFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { codeOf, wrongCodeOf } from '../../support/second-factor.ts';
import { cookieOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let place: { departmentId: string; siteId: string };
let hired = 0;

const password = 'oak and white, side by side';

beforeAll(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
});

afterAll(() => database.close());

async function someone(more: { employeeNumber?: string } = {}) {
  hired += 1;
  const personId = await hire({ name: 'Ada', email: `ada${hired}@example.com`, ...place, ...more });
  const secretHash = await hashPassword(password);
  await done(transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false })));
  return { personId, cookie: await cookieOf(personId) };
}

const home = '/account/second-factor';
const post = (path: string, cookie: string, form: Record<string, string> = {}) =>
  ask({ path, method: 'POST', form, cookie });
const secretOf = async (personId: string) => (await storedFactor(reader, personId))!.secret!;
const codesOn = (page: string) => [...page.matchAll(/>(\d{5} \d{5})</g)].map((match) => match[1]!);
const cookieIn = (headers: Headers) => headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

/** Sets it up through the pages; resolves to the new session's cookie. */
async function setUp({ personId, cookie }: { personId: string; cookie: string }) {
  const begun = await post(`${home}/set-up`, cookie, { next: '/learn' });
  expect([begun.status, begun.location]).toEqual([303, `${home}/confirm?next=%2Flearn`]);
  const secret = await secretOf(personId);
  const confirmed = await post(`${home}/confirm`, cookie, { code: codeOf(secret, -1), next: '/learn' });
  expect(confirmed.status).toBe(200);
  return { secret, codes: codesOn(confirmed.text), cookie: cookieIn(confirmed.headers), page: confirmed };
}

describe('setting it up', () => {
  test('shows the square and the secret, takes a code, and shows ten backup codes once', async () => {
    const ada = await someone();
    await post(`${home}/set-up`, ada.cookie);
    const secret = await secretOf(ada.personId);
    const page = await ask({ path: `${home}/confirm`, cookie: ada.cookie });
    expect(page.text).toContain(secret.match(/.{4}/g)!.join(' '));
    expect(page.text).toContain('otpauth://totp/Oak%20%26%20Sons:ada');
    const wrong = await post(`${home}/confirm`, ada.cookie, { code: wrongCodeOf(secret) });
    expect([wrong.status, codesOn(wrong.text)]).toEqual([422, []]);
    expect(wrong.text).toContain(secret.match(/.{4}/g)!.join(' '));

    const { codes, cookie, page: shown } = await setUp(ada);
    expect(new Set(codes).size).toBe(10);
    expect(shown.text).toContain('href="/learn"');
    expect((await ask({ path: home, cookie: ada.cookie })).location).toMatch(/^\/sign-in/);
    const after = await ask({ path: home, cookie });
    expect([after.status, codesOn(after.text)]).toEqual([200, []]);
    expect((await ask({ path: `${home}/confirm`, cookie })).location).toBe(home);
  });

  test('again, while it is on, changes nothing', async () => {
    const { cookie } = await setUp(await someone());
    const before = tableHashes(database.folder);
    expect((await post(`${home}/set-up`, cookie)).location).toBe(home);
    expect((await post(`${home}/confirm`, cookie, { code: '123456' })).location).toBe(home);
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('changing it', () => {
  test.each([`${home}/codes`, `${home}/off`])('%s asks again who it is', async (path) => {
    const { cookie, secret } = await setUp(await someone());
    const before = tableHashes(database.folder);
    for (const typed of ['', 'not the password', wrongCodeOf(secret)]) {
      const answer = await post(path, cookie, { password: typed });
      expect([answer.status, answer.text.includes('value="not')], typed).toEqual([422, false]);
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('new backup codes by the password, and off by a code', async () => {
    const ada = await someone();
    const { cookie, secret, codes } = await setUp(ada);
    const made = await post(`${home}/codes`, cookie, { password });
    const fresh = codesOn(made.text);
    expect(fresh).toHaveLength(10);
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    const off = await post(`${home}/off`, cookie, { password: codeOf(secret) });
    expect([off.status, off.location]).toEqual([303, `${home}?saved=off`]);
    expect(await storedFactor(reader, ada.personId)).toBeNull();
    expect((await ask({ path: home, cookie })).status).toBe(200);
  });
});

describe('a PIN of one’s own', () => {
  const choose = (cookie: string, pin: string, word = password) =>
    post('/account/pin', cookie, { pin, password: word });

  test('takes the password, and is refused where it is too simple', async () => {
    const { personId, cookie } = await someone({ employeeNumber: 'HP-480277' });
    const before = tableHashes(database.folder);
    const refused = [
      await choose(cookie, '739164', 'not the password'),
      await choose(cookie, '123456'),
      await choose(cookie, '480277'),
      await choose(cookie, '73916'),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(refused[1]!.text).toContain('Others would try this one first');
    expect(refused.filter(({ text }) => text.includes('739164'))).toEqual([]);
    expect(tableHashes(database.folder)).toEqual(before);
    expect((await choose(cookie, '739164')).location).toBe('/account/pin?saved=set');
    expect((await post('/account/pin/off', cookie)).location).toBe('/account/pin?saved=off');
    expect(await reader.credential.count({ where: { personId, kind: 'pin' } })).toBe(0);
  });
});
