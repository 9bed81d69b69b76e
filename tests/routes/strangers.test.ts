import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { Role } from '../support/access-rows.ts';
import { accessTable } from '../support/access-table.ts';
import { ask, kinds } from '../support/asking.ts';
import type { CanaryCompany } from '../support/canary-company.ts';
import { allCanaries, canary, strayCanaries } from '../support/canaries.ts';
import { canaryCompany } from '../support/canary-company.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { leaves } from '../support/remix.ts';
import { cookieOf } from '../support/staff.ts';

let database: TestDatabase;
let company: CanaryCompany;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  for (const [role, personId] of Object.entries(company.people))
    cookies[role as Role] = await cookieOf(personId);
});

afterAll(() => database.close());

const modulePages = ['', '/commitment', '/changes', '/attempt', '/ask-for-try', '/quiz', '/result'];
const oddIds = [
  '0',
  'null',
  '..',
  '%2e%2e',
  '%00',
  "'; DROP TABLE Person;--",
  '__proto__',
  'constructor',
  '🦜',
];

const personForms = ['edit', 'move', 'close', 'stay', 'reopen'];
const departmentForms = ['edit', 'place', 'close', 'reopen', 'deputies/new'];
const siteForms = ['close', 'reopen', 'holidays'];

const hrFormsOf = (id: string) => [
  ...personForms.map((page) => `/hr/people/${id}/${page}`),
  ...departmentForms.map((page) => `/hr/departments/${id}/${page}`),
  `/hr/sites/${id}`,
  ...siteForms.map((page) => `/hr/sites/${id}/${page}`),
];
const hrPagesOf = (id: string) => [`/hr/people/${id}`, `/hr/departments/${id}`, ...hrFormsOf(id)];

async function expectNowhere(path: string, role: Role, method = 'GET'): Promise<void> {
  for (const kind of kinds.slice(0, method === 'GET' ? 3 : 2)) {
    const { status, text } = await ask({ path, kind, method, cookie: cookies[role] });
    expect(status, `${method} ${path} as ${role}, ${kind}`).toBe(404);
    expect(allCanaries.filter((token) => text.includes(token))).toEqual([]);
  }
}

describe('what one may not see is not there', () => {
  test('a course meant for another function, each of its pages, read or written to', async () => {
    for (const role of ['employee', 'head', 'hr', 'admin'] as const) {
      await expectNowhere('/learn/sales', role);
      for (const page of modulePages) await expectNowhere(`/learn/sales/only${page}`, role);
      for (const page of modulePages.slice(0, 5))
        await expectNowhere(`/learn/sales/only${page}`, role, 'POST');
    }
  });

  test('a module under a course that is not its own', async () => {
    await expectNowhere('/learn/common/only', 'employee');
    await expectNowhere('/learn/shipping/first', 'employee');
  });

  test.each(oddIds)('a course, a module, a person or a department called %s', async (id) => {
    const odd = id.startsWith('%') ? id : encodeURIComponent(id);
    for (const path of [`/learn/${odd}x`, `/learn/common/${odd}x`]) await expectNowhere(path, 'employee');
    for (const path of [`/hr/people/${odd}x/added`, ...hrPagesOf(`${odd}x`)]) {
      await expectNowhere(path, 'hr');
    }
  });

  test('a person or a department that never was, though its id is well made', async () => {
    await expectNowhere(`/hr/people/${ulid()}/added`, 'hr');
    await expectNowhere(`/hr/people/${company.officeId}/added`, 'hr');
    for (const path of hrPagesOf(ulid())) await expectNowhere(path, 'hr');
    for (const path of hrFormsOf(ulid())) await expectNowhere(path, 'hr', 'POST');
  });

  test('an id of another kind: a person’s as a department’s or a site’s, and the other way round', async () => {
    const { people, officeId, siteId, deputyshipId, holidayId, departmentIds } = company;
    for (const [own, id] of [
      ['/hr/people', people.hr],
      ['/hr/departments', officeId],
      ['/hr/sites', siteId],
    ] as const) {
      for (const path of hrPagesOf(id).filter((page) => !page.startsWith(own))) {
        await expectNowhere(path, 'hr');
      }
      for (const path of hrFormsOf(id).filter((page) => !page.startsWith(own))) {
        await expectNowhere(path, 'hr', 'POST');
      }
    }
    // A deputy of one department under another one, and a holiday under no site.
    const strayDeputy = `/hr/departments/${departmentIds.sales}/deputies/${deputyshipId}/end`;
    await expectNowhere(strayDeputy, 'hr');
    await expectNowhere(strayDeputy, 'hr', 'POST');
    await expectNowhere(`/hr/departments/${officeId}/deputies/${people.admin}/end`, 'hr');
    await expectNowhere(`/hr/sites/${siteId}/holidays/${officeId}/remove`, 'hr', 'POST');
    await expectNowhere(`/hr/sites/${officeId}/holidays/${holidayId}/remove`, 'hr', 'POST');
  });

  test('somebody else’s try: its answers are neither taken nor told', async () => {
    const before = await reader.attempt.findMany({ orderBy: { id: 'asc' } });
    const form = { attempt: company.openTries.head! };
    const sent = await ask({
      path: '/learn/common/second/quiz',
      method: 'POST',
      form,
      cookie: cookies.employee,
    });
    expect(sent.status).toBe(404);
    expect(await reader.attempt.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    const result = await ask({ path: '/learn/common/first/result?try=2', cookie: cookies.employee });
    expect(result.location).toBe('/learn/common/first/attempt');
  });

  test('somebody else’s notices stay unseen, whatever is marked', async () => {
    const unseen = () => reader.notice.count({ where: { personId: company.people.head, seenAt: null } });
    const before = await unseen();
    expect(before).toBeGreaterThan(0);
    await ask({ path: '/notices', method: 'POST', form: { upTo: 'zzzz' }, cookie: cookies.employee });
    expect(await unseen()).toBe(before);
  });
});

describe('a head sees their own department and no other', () => {
  const heads = ['/team', '/team?q=canary', '/team?q=kim', '/team?page=2', '/team?q=canarysales'];
  const teams = heads.filter((path) => accessTable[path.split('?', 1)[0]!]);
  const searches = [
    '?q=canary',
    '?department=',
    '?sort=name&direction=desc',
    '?page=999',
    '?q=%25',
    '?state=completed',
  ];

  test('on their team’s pages', async () => {
    for (const path of teams) {
      for (const kind of kinds) {
        const { status, text } = await ask({ path, kind, cookie: cookies.head });
        expect(status, path).toBe(200);
        expect(strayCanaries('head', text), `${path}, ${kind}`).toEqual([]);
        if (path.endsWith('q=kim')) expect(text).toContain(canary('shipping', 'person'));
      }
    }
  });

  test('and nothing under /hr, however it is asked for', async () => {
    for (const { path } of leaves.filter((leaf) => leaf.path.startsWith('/hr') && !leaf.path.includes(':'))) {
      for (const search of ['', ...searches]) await expectNowhere(path + search, 'head');
    }
  });

  test('and gives no slip to anybody elsewhere, nor to whoever is nobody', async () => {
    const { sales } = company.canaryIds;
    for (const id of [
      sales,
      company.people.hr,
      company.people.head,
      company.officeId,
      ulid(),
      'null',
      '__proto__',
    ]) {
      const path = `/team/people/${encodeURIComponent(id ?? '')}/slip`;
      for (const method of ['GET', 'POST']) await expectNowhere(path, 'head', method);
    }
  });

  test('nor in what they are told: a notice names their own people only', async () => {
    const { text } = await ask({ path: '/notices', cookie: cookies.head });
    expect(text).toContain(canary('shipping', 'person'));
    expect(strayCanaries('head', text)).toEqual([]);
  });
});

test('the canaries sing where they may: a list without them would prove nothing', async () => {
  const people = await ask({ path: '/hr/people', cookie: cookies.admin });
  for (const place of ['shipping', 'finance', 'sales'] as const) {
    expect(people.text).toContain(canary(place, 'person'));
    const edited = await ask({ path: `/learn/${place}`, cookie: cookies.editor });
    expect(edited.text).toContain(canary(place, 'course'));
    expect(edited.text).toContain(canary(place, 'module'));
  }
  const rows = await ask({ path: '/hr/completions.csv', cookie: cookies.hr });
  expect(rows.text).toContain(canary('sales', 'person'));
  const own = await ask({ path: '/learn/shipping/only', cookie: cookies.employee });
  expect(own.text).toContain(canary('shipping', 'module'));
});

test('a course that was withdrawn is gone for everybody, and what was completed stays on record', async () => {
  const before = await reader.completion.count();
  const course = { kind: 'course', slug: 'finance' };
  await transact((tx) =>
    tx.publication.updateMany({ where: { document: course }, data: { withdrawnAt: new Date() } }),
  );
  await expectNowhere('/learn/finance', 'editor');
  for (const page of modulePages) await expectNowhere(`/learn/finance/only${page}`, 'editor');
  expect(await reader.completion.count()).toBe(before);
});
