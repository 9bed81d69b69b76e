import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { carriedAction, carriedPrefix } from '#app/routes/carried-form.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { Sent, TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const credentials = { email: 'ada@example.com', password: 'oak and white, side by side' };
let database: TestDatabase;
let server: TestServer;
let personId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  personId = await hire({ name: 'Ada', email: credentials.email, ...place });
  const secretHash = await hashPassword(credentials.password);
  await transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false }));
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

/** Each would take a browser to somebody else, or to a script, if it came back as it was sent. */
const elsewhere = [
  'https://evil.example',
  'https://evil.example/learn',
  'HTTPS://EVIL.EXAMPLE',
  '//evil.example',
  '///evil.example',
  '////evil.example/%2f..',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'http:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/.//evil.example',
  '/..//evil.example',
  '/learn/../..//evil.example',
  '/%2e//evil.example',
  '/%5cevil.example',
  '@evil.example',
  '//evil.example@here',
  '/\u0000/evil.example',
];

/** Every way to be sent on to an address that came with the request. */
const ways: Record<string, (to: string) => Promise<Sent>> = {
  'signing in': async (to) => ({ method: 'POST', path: '/sign-in', body: { ...credentials, next: to } }),
  'signing in, by the address': async (to) => ({
    method: 'POST',
    path: `/sign-in?next=${encodeURIComponent(to)}`,
    body: credentials,
  }),
  'a form carried along': async (to) => ({
    method: 'POST',
    path: '/sign-in',
    body: { ...credentials, [carriedAction]: to, [`${carriedPrefix}name`]: 'x' },
  }),
  'the sign-in page, signed in already': async (to) => ({
    path: `/sign-in?next=${encodeURIComponent(to)}`,
    headers: { cookie: await cookieOf(personId) },
  }),
  'the same, as data': async (to) => ({
    path: `/sign-in.data?next=${encodeURIComponent(to)}`,
    headers: { cookie: await cookieOf(personId) },
  }),
  'the password page': async (to) => ({
    path: `/password?next=${encodeURIComponent(to)}`,
    headers: { cookie: await cookieOf(personId) },
  }),
};

/** Where a browser on our page would go, for everything in an answer that takes it anywhere. */
function leadsTo(text: string, location: string | undefined): string[] {
  const written = [...text.matchAll(/\s(?:href|action|formaction|src)="([^"]*)"/g)].map(([, to]) => to!);
  const inData = [...text.matchAll(/"redirect","([^"]*)"/g)].map(
    ([, to]) => JSON.parse(`"${to!}"`) as string,
  );
  return [location ?? '', ...written, ...inData].map(
    (to) => new URL(to.replaceAll('&amp;', '&'), `http://${server.host}/sign-in`).origin,
  );
}

describe.each(Object.entries(ways))('%s', (_, way) => {
  test.each(elsewhere)('leads nowhere but here when it is asked to go on to %j', async (to) => {
    const { status, headers, text } = await server.send(await way(to));
    expect(status).toBeLessThan(500);
    const places = leadsTo(text, headers.location).filter((place) => place !== `http://${server.host}`);
    expect(places).toEqual([]);
  });
});
