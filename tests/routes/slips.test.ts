import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { tableHashes } from '../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire, leave, makeHead } from '../support/staff.ts';
import { ask } from '../support/asking.ts';
import { visitor } from '../support/visitor.ts';

const encoded = vi.hoisted(() => ({ texts: [] as string[] }));

vi.mock('uqr', async (original) => {
  const uqr = await original<typeof import('uqr')>();
  return {
    ...uqr,
    encode: (...args: Parameters<typeof uqr.encode>) => {
      encoded.texts.push(String(args[0]));
      return uqr.encode(...args);
    },
  };
});

let database: TestDatabase;
let shipping: string;
const people: Record<string, string> = {};
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const siteId = await foundTestCompany({ name: 'Oak <& Sons>' });
  shipping = await departmentOf('Shipping', 'shipping');
  const sales = await departmentOf('Sales', 'sales');
  const everyone = [
    ['ben', shipping, []],
    ['lena', shipping, []],
    ['dana', shipping, ['editor']],
    ['eli', sales, []],
    ['zed', shipping, []],
    ['chidi', sales, ['hr']],
    ['farah', sales, ['admin']],
  ] as const;
  for (const [name, departmentId, roles] of everyone) {
    const person = { name: `${name} <b>`, email: `${name}@example.com`, departmentId, siteId };
    people[name] = await hire({ ...person, employeeNumber: `N-${name.toUpperCase()}`, roles: [...roles] });
  }
  await makeHead(shipping, people.ben!);
  await leave(people.zed!);
  for (const name of ['ben', 'lena', 'dana', 'chidi', 'farah']) cookies[name] = await cookieOf(people[name]!);
});

afterAll(() => database.close());

const make = (area: 'hr' | 'team', by: string, forWhom: string) =>
  ask({ path: `/${area}/people/${people[forWhom]}/slip`, method: 'POST', cookie: cookies[by] });
const codeOn = (text: string) => /class="slip-code"[^>]*>([^<]+)</.exec(text)?.[1] ?? '';

describe('a slip', () => {
  test('says whose it is, and its square and its code both lead in', async () => {
    const { status, text, headers } = await make('hr', 'chidi', 'lena');
    expect(status).toBe(200);
    for (const shown of [
      'Oak &lt;&amp; Sons&gt;',
      'lena &lt;b&gt;',
      'N-LENA',
      'localhost/code',
      'It works once, until',
    ])
      expect(text).toContain(shown);
    expect(headers.get('Set-Cookie')).toBeNull();
    const link = new URL(encoded.texts.at(-1)!);
    expect([link.origin, link.pathname]).toEqual(['http://localhost', '/welcome']);
    expect(text, 'the link stands in the square alone').not.toContain(link.searchParams.get('token'));
    expect((await visitor().get(link.pathname + link.search)).text).toContain('lena &lt;b&gt;');
    const typed = { email: 'n-lena', code: codeOn(text) };
    expect((await visitor().post('/code', typed)).text).toContain('action="/code/password"');
    const sent = await visitor().post(link.pathname + link.search, { fresh: 'a brand new password' });
    expect(sent.status).toBe(303);

    const next = await make('team', 'ben', 'lena');
    expect(next.status).toBe(200);
    expect(new URL(encoded.texts.at(-1)!).pathname, 'who has a password gets a new one').toBe('/reset');
  });

  test('is made by a click and by no look', async () => {
    const before = tableHashes(database.folder);
    for (const path of [`/hr/people/${people.eli}/slip`, `/hr/people/${people.eli}/added`])
      expect((await ask({ path, cookie: cookies.chidi })).status).toBe(200);
    expect((await ask({ path: `/team/people/${people.lena}/slip`, cookie: cookies.ben })).status).toBe(200);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test.each([
    ['hr', 'chidi', 'farah'],
    ['hr', 'chidi', 'chidi'],
    ['hr', 'chidi', 'zed'],
    ['hr', 'ben', 'lena'],
    ['hr', 'dana', 'lena'],
    ['team', 'ben', 'dana'],
    ['team', 'ben', 'eli'],
    ['team', 'ben', 'ben'],
    ['team', 'ben', 'zed'],
    ['team', 'chidi', 'lena'],
    ['team', 'dana', 'lena'],
  ] as const)('under /%s is not there for %s to give to %s', async (area, by, forWhom) => {
    const before = tableHashes(database.folder);
    const path = `/${area}/people/${people[forWhom]}/slip`;
    expect((await ask({ path, cookie: cookies[by] })).status).toBe(404);
    expect((await make(area, by, forWhom)).status).toBe(404);
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('is offered to a head for those they may print one for', async () => {
    const { text } = await ask({ path: '/team', cookie: cookies.ben });
    const offered = [...text.matchAll(/href="\/team\/people\/(\w+)\/slip"/g)].map(([, id]) => id);
    expect(offered).toEqual([people.lena]);
  });
});

describe('an invitation', () => {
  const path = (name: string) => `/hr/people/${people[name]}/invitation`;

  test('is sent by a click, and the page says when the last one was', async () => {
    const before = await ask({ path: path('eli'), cookie: cookies.chidi });
    expect(before.text).toContain('None has been sent yet');
    const sent = await ask({ path: path('eli'), method: 'POST', cookie: cookies.chidi });
    expect([sent.status, sent.location]).toEqual([303, path('eli')]);
    const after = await ask({ path: path('eli'), cookie: cookies.chidi });
    expect(after.text).toMatch(/The last one was asked for on .*It leaves in a moment/);
    expect(after.text).toContain('Send it again');
  });

  test('is none for who has a password, and says what to do instead', async () => {
    const before = tableHashes(database.folder);
    expect((await ask({ path: path('lena'), cookie: cookies.chidi })).text).toContain(
      'has chosen a password already',
    );
    const sent = await ask({ path: path('lena'), method: 'POST', cookie: cookies.chidi });
    expect([sent.status, sent.text.includes('has chosen a password already')]).toEqual([422, true]);
    expect(tableHashes(database.folder)).toEqual(before);
  });
});
