import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unsubscribeToken } from '#app/domain/outbox/preferences/preference-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureKeys } from '#app/platform/session/keys.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { tableHashes } from '../support/rows.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let ada: string;
let ben: string;
let token: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  ada = await hire({ name: 'Ada', ...place });
  ben = await hire({ name: 'Ben', ...place });
  token = unsubscribeToken(ada, 'newsletter');
  server = await startServer();
});

beforeEach(() => transact((tx) => tx.mailPreference.deleteMany()));

afterAll(async () => {
  await server.close();
  await database.close();
});

const path = () => `/unsubscribe/${token}`;
const wants = async (personId: string) =>
  (await reader.mailPreference.count({ where: { personId, wanted: false } })) === 0;
const events = () => reader.event.count({ where: { name: 'preference.set' } });

describe('the link in a mail', () => {
  test('shows a page with a button, and does nothing by itself: scanners follow links', async () => {
    const before = tableHashes(database.folder);
    for (const method of ['GET', 'HEAD']) {
      for (const where of [path(), `${path()}.data`, `${path()}/back`]) {
        expect((await server.send({ path: where, method })).status).toBe(200);
      }
    }
    expect((await server.send({ path: path() })).text).toMatch(/<form method="post"/);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test.each([
    ['as RFC 8058 has it', { body: { 'List-Unsubscribe': 'One-Click' } }],
    ['from the button', { body: {}, headers: { 'sec-fetch-site': 'same-origin' } }],
    ['with a word that nobody asked for', { body: { anything: 'x' } }],
    [
      'as a form in parts',
      {
        body: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
        headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      },
    ],
  ])('posted to %s: it is done, without a cookie, a sign-in or a redirect', async (_how, sent) => {
    const reply = await server.send({ method: 'POST', path: path(), ...sent });
    expect(reply.status).toBe(200);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(await wants(ada)).toBe(false);
    expect(await wants(ben), 'nobody else').toBe(true);
  });

  test('posted fifty times at once is done once', async () => {
    const before = await events();
    const post = () =>
      server.send({ method: 'POST', path: path(), body: { 'List-Unsubscribe': 'One-Click' } });
    const replies = await Promise.all(Array.from({ length: 50 }, post));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await events()).toBe(before + 1);
    expect(await reader.mailPreference.count()).toBe(1);
  });

  test('works years later, for somebody with a new address, and whoever is signed in', async () => {
    const email = 'new@example.com';
    await transact((tx) => tx.person.update({ where: { id: ada }, data: { email } }));
    const cookie = await cookieOf(ben);
    await underClock(new Date('2034-01-01T00:00:00Z'), () =>
      server.send({ method: 'POST', path: path(), headers: { cookie } }),
    );
    expect([await wants(ada), await wants(ben)]).toEqual([false, true]);
  });

  test('puts one back who has changed their mind', async () => {
    await server.send({ method: 'POST', path: path() });
    const page = await server.send({ path: path() });
    expect(page.text).toContain(`action="${path()}/back"`);
    const back = await server.send({ method: 'POST', path: `${path()}/back` });
    expect(back.status).toBe(303);
    expect(await wants(ada)).toBe(true);
  });

  test('is not posted from other people’s pages', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await server.send({ method: 'POST', path: path(), headers })).status).toBe(403);
    expect(await wants(ada)).toBe(true);
  });
});

describe('a link that is none of ours', () => {
  const forged: Record<string, () => string> = {
    'of somebody else with this one’s seal': () => ben + token.slice(26),
    'cut short': () => token.slice(0, -1),
    'with a letter more': () => `${token}A`,
    'in other letters': () => token.toUpperCase(),
    'without a seal': () => ada,
    'of nobody': () => unsubscribeToken(ulid(), 'newsletter'),
    empty: () => '%20',
    'another text': () => '__proto__',
    long: () => 'x'.repeat(2000),
  };

  test.each(Object.entries(forged))('%s: 404, and nothing changes', async (_which, make) => {
    const before = tableHashes(database.folder);
    for (const end of ['', '/back']) {
      for (const method of ['GET', 'POST']) {
        const reply = await server.send({ method, path: `/unsubscribe/${make()}${end}` });
        expect(reply.status, `${method} ${end}`).toBe(404);
      }
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('of another installation', async () => {
    configureKeys('the secret of somebody else, long enough');
    const foreign = unsubscribeToken(ada, 'newsletter');
    configureKeys('a secret for tests, and long enough');
    expect((await server.send({ method: 'POST', path: `/unsubscribe/${foreign}` })).status).toBe(404);
    expect(await wants(ada)).toBe(true);
  });

  test('and the database holds no link', async () => {
    const rows = JSON.stringify(await reader.mailPreference.findMany());
    expect(rows).not.toContain(token.slice(26));
  });
});
