import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { configureSessionCookie } from '#app/platform/session/session-cookie.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { Reply, TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const password = 'oak and white, side by side';
const credentials = { email: 'ada@example.com', password };

let database: TestDatabase;
let server: TestServer;
let broken: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Office');
  const personId = await hire({ name: 'Ada', departmentId, siteId, roles: ['hr'], email: credentials.email });
  const secretHash = await hashPassword(password);
  await transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false }));
  cookie = await cookieOf(personId);
  server = await startServer();
  const fail = () => Promise.reject(new Error('a fault of the program'));
  broken = await startServer({ handler: fail });
});

afterAll(async () => {
  await server.close();
  await broken.close();
  await database.close();
});

function policyOf(headers: IncomingHttpHeaders): Map<string, string> {
  const policy = String(headers['content-security-policy']);
  return new Map(policy.split('; ').map((part) => [part.split(' ')[0]!, part.slice(part.indexOf(' ') + 1)]));
}

const huge = `name=${'a'.repeat(2 * 1024 * 1024)}`;

/** Every kind of answer there is, each with the status it has to have. */
const answers: Record<string, [status: number, () => Promise<Reply>]> = {
  'the sign-in page': [200, () => server.send({ path: '/sign-in' })],
  'a page of somebody signed in': [200, () => server.send({ path: '/', headers: { cookie } })],
  'a page’s data': [200, () => server.send({ path: '/hr.data', headers: { cookie } })],
  'a redirect': [302, () => server.send({ path: '/' })],
  'a form that asks to sign in again': [401, () => server.send({ method: 'POST', path: '/notices' })],
  'a foreign form': [
    403,
    () => server.send({ method: 'POST', path: '/sign-in', headers: { origin: 'null' } }),
  ],
  'a page that is not there': [404, () => server.send({ path: '/nowhere', headers: { cookie } })],
  'a form sent to a page without one': [
    405,
    () => server.send({ method: 'POST', path: '/hr', headers: { cookie } }),
  ],
  'a method that is none': [405, () => server.send({ method: 'PROPFIND', path: '/' })],
  'a form that is too long': [413, () => server.send({ method: 'POST', path: '/sign-in', body: huge })],
  'a form with mistakes': [422, () => server.send({ method: 'POST', path: '/sign-in' })],
  'a fault of the program': [500, () => broken.send({ path: '/' })],
};

describe('every answer carries the headers that protect its reader', () => {
  test.each(Object.entries(answers))('%s', async (_, [status, get]) => {
    const reply = await get();
    expect(reply.status).toBe(status);
    const policy = policyOf(reply.headers);
    expect(policy.get('default-src')).toBe(`'self'`);
    expect(policy.get('script-src')).toMatch(/^'nonce-[\w-]{20,}' 'strict-dynamic'$/);
    expect(policy.get('style-src')).toMatch(/^'self' 'nonce-[\w-]{20,}'$/);
    expect(policy.get('style-src-attr')).toBe(`'unsafe-inline'`);
    for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(policy.get(name)).toBe(`'none'`);
    const unsafe = [...policy].filter(
      ([name, value]) => name !== 'style-src-attr' && value.includes('unsafe'),
    );
    expect(unsafe).toEqual([]);
    expect(policy.has('upgrade-insecure-requests')).toBe(false);
    expect(reply.headers['strict-transport-security']).toBeUndefined();
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['cache-control']).toContain('no-store');
    expect(reply.headers['referrer-policy']).toBe('same-origin');
  });

  test('the nonce is another each time, and every script of the page has it', async () => {
    const pages = [await server.send({ path: '/sign-in' }), await server.send({ path: '/sign-in' })];
    const nonces = pages.map(
      ({ headers }) => /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))![1],
    );
    expect(new Set(nonces).size).toBe(2);
    for (const [index, { text }] of pages.entries()) {
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[index]}"`))).toEqual([]);
      expect(text).not.toMatch(/ on(click|load|error)=/i);
    }
  });

  test('what went wrong in the program is told by a number, never by its reason', async () => {
    const { text } = await broken.send({ path: '/' });
    expect(text).not.toMatch(/a fault of the program|at .*\.ts/);
  });
});

describe('the cookie of a session', () => {
  const signIn = (to: TestServer) => to.send({ method: 'POST', path: '/sign-in', body: credentials });

  test('over plain HTTP is taken by a browser, and no script reads it', async () => {
    const [given] = (await signIn(server)).headers['set-cookie'] ?? [];
    expect(given).toMatch(/^everyhand=[^;]+;/);
    expect(given).toContain('HttpOnly');
    expect(given).toContain('SameSite=Lax');
    expect(given).toContain('Path=/');
    expect(given).not.toMatch(/Secure|Domain/);
  });

  test('over HTTPS is Secure and bound to the host, and the page asks for HTTPS throughout', async () => {
    configureSessionCookie({ secret: 'a secret for tests, and long enough', https: true });
    const safe = await startServer({ appUrl: 'https://everyhand.example' });
    const reply = await signIn(safe);
    expect(reply.status).toBe(303);
    const [given] = reply.headers['set-cookie'] ?? [];
    expect(given).toMatch(/^__Host-everyhand=[^;]+;/);
    expect(given).toMatch(/; Secure/);
    expect(given).not.toContain('Domain');
    expect(policyOf(reply.headers).has('upgrade-insecure-requests')).toBe(true);
    expect(reply.headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/);
    await safe.close();
  });
});
