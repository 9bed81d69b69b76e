import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CanaryCompany } from '../support/canary-company.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { tableHashes } from '../support/rows.ts';
import type { TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf, hire, makeHead } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let company: CanaryCompany;
/** Of somebody who may do everything. */
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  const { officeId: departmentId, siteId } = company;
  const personId = await hire({ name: 'Olga Owner', departmentId, siteId, roles: ['editor', 'hr', 'admin'] });
  await makeHead(departmentId, personId);
  cookie = await cookieOf(personId);
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

const addressOf = (path: string) => {
  const { canaryIds, officeId, grantId } = company;
  const params = {
    course: 'common',
    module: 'first',
    person: canaryIds.sales!,
    department: officeId,
    grant: grantId,
    file: `${'0'.repeat(64)}.png`,
    kind: 'origin',
  };
  return path.replace(/:(\w+)/g, (_, name: keyof typeof params) => params[name]).replace('*', 'nowhere');
};

/** What the pages of others send along. */
const foreign: Record<string, Record<string, string>> = {
  'an evil origin': { origin: 'https://evil.example' },
  'the origin null': { origin: 'null' },
  'no origin, but from across sites': { 'sec-fetch-site': 'cross-site' },
  'no origin, but from a sister site': { 'sec-fetch-site': 'same-site' },
};

describe('what changes something comes from our own pages', () => {
  test.each(leaves)('and for $path from nowhere else', async ({ path }) => {
    const before = tableHashes(database.folder);
    const answered: string[] = [];
    for (const [who, claim] of Object.entries(foreign)) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status, text } = await server.send({
          method,
          path: addressOf(path),
          headers: { cookie, ...claim },
        });
        const isRefused =
          method === 'POST' ? status === 403 && text.includes('<!DOCTYPE html>') : status === 405;
        if (!isRefused) answered.push(`${method} with ${who}: ${status}`);
      }
    }
    expect(answered).toEqual([]);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('nor from an address that only looks like ours', async () => {
    const before = tableHashes(database.folder);
    const lookalikes: Record<string, string>[] = [
      { origin: `http://${server.host}.evil.example` },
      { origin: `http://${server.host}@evil.example` },
      { origin: 'http://127.0.0.1:1' },
      { origin: `http://${server.host}`, 'sec-fetch-site': 'cross-site' },
    ];
    for (const claim of lookalikes) {
      const sent = await server.send({ method: 'POST', path: '/sign-out', headers: { cookie, ...claim } });
      expect(sent.status, JSON.stringify(claim)).toBe(403);
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('nor by way of a page’s data', async () => {
    const before = tableHashes(database.folder);
    const headers = { cookie, origin: 'https://evil.example' };
    for (const path of ['/sign-out.data', '/_root.data', '/hr/departments/new.data?_routes=x']) {
      expect((await server.send({ method: 'POST', path, headers })).status).toBe(403);
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('our own pages pass, and so does what is no browser', async () => {
    const own: Record<string, string>[] = [
      { origin: `http://${server.host}` },
      { origin: `http://${server.host}`, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      {},
    ];
    for (const claim of own) {
      const sent = await server.send({ method: 'POST', path: '/notices', headers: { cookie, ...claim } });
      expect(sent.status, JSON.stringify(claim)).toBe(303);
    }
  });

  test('behind a proxy the address the company gave counts, not the one the proxy asks for', async () => {
    const behind = await startServer({ appUrl: 'https://everyhand.example' });
    const post = (origin: string) =>
      behind.send({ method: 'POST', path: '/notices', headers: { cookie, origin } });
    expect((await post('https://everyhand.example')).status).toBe(303);
    expect((await post(`http://${behind.host}`)).status).toBe(403);
    await behind.close();
  });
});

describe('reading changes nothing', () => {
  test.each(leaves)('on $path', async ({ path }) => {
    const before = tableHashes(database.folder, ['AccessRecord']);
    const address = addressOf(path);
    const data = `${address === '/' ? '/_root' : address}.data`;
    for (const method of ['GET', 'HEAD']) {
      for (const one of [address, data]) await server.send({ method, path: one, headers: { cookie } });
    }
    expect(tableHashes(database.folder, ['AccessRecord'])).toEqual(before);
  });
});
