import { createRequestHandler } from '@remix-run/node';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loggedError } from '#app/platform/log/logged-error.ts';
import { loggedPath } from '#app/platform/log/logged-path.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { allCanaries, canary } from '../support/canaries.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves, remixBuild } from '../support/remix.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
let server: TestServer;
let written = '';

const stream = (log as unknown as Record<symbol, { write: (line: string) => void }>)[pino.symbols.streamSym]!;
const { write } = stream;

beforeAll(async () => {
  stream.write = (line) => void (written += line);
  log.level = 'trace';
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  const build = await remixBuild();
  server = await startServer({ handler: createRequestHandler(build, 'production') });
});

afterAll(async () => {
  stream.write = write;
  await server.close();
  await database.close();
});

const secrets = ['my-own-password-9', 'Tok3nTok3nTok3nTok3nTok3nTok3nTok3nTok3nTok', ...allCanaries];
const [password = '', token = ''] = secrets;

test('no name, address, password or token comes into the log, whatever is asked of whichever page', async () => {
  const params: Record<string, string> = {
    course: 'common',
    module: 'first',
    person: company.canaryIds.sales!,
    department: company.officeId,
    kind: 'origin',
    '*': `${canary('sales', 'person')}@example.com`,
  };
  const cookie = await cookieOf(company.people.admin);
  const address = (path: string) =>
    path.replace(/:(\w+)|\*/g, (match, name?: string) => params[name ?? match] ?? token);
  const query = new URLSearchParams({ token, q: canary('sales', 'person'), next: canary('sales', 'email') });
  const body = {
    email: `${canary('sales', 'email')}@example.com`,
    password,
    name: canary('sales', 'person'),
    employeeNumber: canary('sales', 'number'),
    token,
  };
  for (const { path } of leaves) {
    for (const kept of [{}, { cookie }]) {
      await server.send({ path: `${address(path)}?${query}`, headers: kept });
      await server.send({ method: 'POST', path: address(path), headers: kept, body });
    }
    await server.send({ path: `${address(path)}/${token}` });
  }
  const lines = written.trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(leaves.length * 5);
  expect(secrets.filter((secret) => written.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  for (const line of lines.map((one) => JSON.parse(one) as Record<string, unknown>)) {
    if (line.msg === 'request') {
      expect(Object.keys(line).toSorted()).toEqual([
        'id',
        'level',
        'method',
        'ms',
        'msg',
        'path',
        'status',
        'time',
      ]);
    }
  }
});

test('a page that fails names the line in the log that tells of it, and a page that is not there, too', async () => {
  for (const path of ['/nowhere', '/learn/nothing']) {
    const cookie = await cookieOf(company.people.employee);
    const { text, headers, status } = await server.send({ path, headers: { cookie } });
    expect(status).toBe(404);
    const id = String(headers['x-request-id']);
    expect(text).toContain(id);
    expect(written).toContain(id);
  }
});

test.each(['/nowhere', `/screen/${token}`, `/screen/${token}/slides.json`, '/files/nothing.png'])(
  'that %s is not there is no fault',
  async (path) => {
    const from = written.length;
    const { status } = await server.send({ path });
    expect(status).toBe(404);
    const lines = written.slice(from).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['info']);
  },
);

test.each([
  ['/learn/shipping/first?token=abc', '/learn/shipping/first'],
  ['/hr/people/01M80MF0XXM0ZG0FCHP554CY32', '/hr/people/01M80MF0XXM0ZG0FCHP554CY32'],
  ['/reset/aB3_aB3_aB3_aB3_aB3_aB3_aB3_aB3_aB3_aB3_aB3', '/reset/*'],
  [`/reset/${'a1'.repeat(22)}`, '/reset/*'],
  ['/ada@example.com/x', '/*/x'],
  ['/%41da%20Kowalska', '/*'],
  ['/', '/'],
])('the path %s is logged as %s', (path, expected) => {
  expect(loggedPath(path)).toBe(expected);
});

test('an error is logged without whom it names', () => {
  const error = new TypeError(`no person ada@example.com with ${'k'.repeat(43)}`);
  const logged = loggedError(error);
  expect(logged).toMatchObject({ type: 'TypeError', message: 'no person *@* with *' });
  expect(logged.stack).toMatch(/^\s+at /);
  expect(logged.stack).not.toContain('ada@');
});
