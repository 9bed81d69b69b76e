import { createRequestHandler } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../support/access-rows.ts';
import { roles } from '../support/access-rows.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves, remixBuild } from '../support/remix.ts';
import { tableHashes } from '../support/rows.ts';
import type { Reply, TestServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let server: TestServer;
let company: CanaryCompany;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  for (const [role, personId] of Object.entries(company.people)) {
    cookies[role as Role] = await cookieOf(personId);
  }
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

/** What no parameter is known for leads to a page that says so, which has to carry the same. */
function addressOf(path: string): string {
  const { canaryIds, officeId, siteId, grantId } = company;
  const params: Record<string, string | undefined> = {
    course: 'common',
    module: 'first',
    person: canaryIds.sales,
    department: officeId,
    site: siteId,
    grant: grantId,
    kind: 'origin',
  };
  return path.replace(/:(\w+)|\*/g, (_, name: string) => params[name] ?? 'nowhere');
}

/** What is wrong with the headers of an answer, in words. */
function lacks({ headers, text }: Reply): string[] {
  const policy = String(headers['content-security-policy'])
    .split('; ')
    .map((part) => part.split(' '));
  const sources = new Map(policy.map(([name, ...allowed]) => [name!, allowed.join(' ')]));
  const nonce = /'nonce-([\w-]{20,})'/.exec(sources.get('script-src') ?? '')?.[1];
  const scripts = text.match(/<script\b[^>]*>/g) ?? [];
  const isPage = String(headers['content-type']).startsWith('text/html');
  const checks: [what: string, holds: boolean][] = [
    ['default-src', sources.get('default-src') === `'self'`],
    ['a nonce for scripts', sources.get('script-src') === `'nonce-${nonce}' 'strict-dynamic'`],
    ['frame-ancestors', sources.get('frame-ancestors') === `'none'`],
    ['object-src', sources.get('object-src') === `'none'`],
    ['base-uri', sources.get('base-uri') === `'none'`],
    ['form-action', sources.get('form-action') === `'self'`],
    [
      'nothing unsafe',
      ![...sources].some(([name, all]) => name !== 'style-src-attr' && all.includes('unsafe')),
    ],
    ['nosniff', headers['x-content-type-options'] === 'nosniff'],
    ['no-store', String(headers['cache-control']).includes('no-store')],
    ['the nonce on its scripts', !isPage || scripts.every((tag) => tag.includes(`nonce="${nonce}"`))],
    ['no handler in an attribute', !isPage || !/<[^>]+ on[a-z]+=/i.test(text)],
  ];
  return checks.filter(([, holds]) => !holds).map(([what]) => what);
}

test.each(leaves)(
  'every answer of $path protects its reader, and reading it changes nothing',
  async ({ path }) => {
    const before = tableHashes(database.folder, ['AccessRecord']);
    const found: string[] = [];
    const address = addressOf(path);
    for (const role of roles) {
      const headers = cookies[role] ? { cookie: cookies[role] } : {};
      for (const one of [address, `${address === '/' ? '/_root' : address}.data`]) {
        const reply = await server.send({ path: one, headers });
        found.push(...lacks(reply).map((what) => `GET ${one} as ${role} (${reply.status}) lacks ${what}`));
        if (reply.status >= 500) found.push(`GET ${one} as ${role}: ${reply.status}`);
      }
      const head = await server.send({ method: 'HEAD', path: address, headers });
      found.push(...lacks(head).map((what) => `HEAD ${address} as ${role} lacks ${what}`));
    }
    expect(found).toEqual([]);
    expect(tableHashes(database.folder, ['AccessRecord'])).toEqual(before);
  },
);

test.each(leaves.filter(({ path }) => path !== '/sign-out'))(
  'and so does what is said to a form sent to $path',
  async ({ path }) => {
    const found: string[] = [];
    for (const role of ['anonymous', 'employee'] as const) {
      const headers = cookies[role] ? { cookie: cookies[role] } : {};
      const reply = await server.send({ method: 'POST', path: addressOf(path), headers });
      found.push(...lacks(reply).map((what) => `POST ${path} as ${role} (${reply.status}) lacks ${what}`));
      if (reply.status >= 500) found.push(`POST ${path} as ${role}: ${reply.status}`);
    }
    expect(found).toEqual([]);
  },
);

test.each(['/learn/common/first', '/newsletter/an-issue'])(
  'a page to read, %s, says what Remix makes of it, but for its marks',
  async (path) => {
    const address = addressOf(path);
    // What was posted above has ended the one that the others use.
    const headers = { cookie: await cookieOf(company.people.employee) };
    const { status, text } = await server.send({ path: address, headers });
    const context = { nonce: 'n', requestId: 'r', clientAddress: '127.0.0.1' };
    const remix = createRequestHandler(await remixBuild(), 'production');
    const same = await (
      await remix(new Request(`http://${server.host}${address}`, { headers }), context)
    ).text();
    const plain = (html: string) => html.replaceAll(/<!--.*?-->| nonce="[^"]*"/g, '');
    expect(status).toBe(200);
    expect(plain(text)).toBe(plain(same));
    expect(text).not.toContain('<!--');
  },
);
