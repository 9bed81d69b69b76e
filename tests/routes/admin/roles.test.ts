import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '#app/domain/actor/actor.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { ask, kinds } from '../../support/asking.ts';
import { tableHashes } from '../../support/rows.ts';
import { cookieOf, departmentOf, foundTestCompany, hire, leave } from '../../support/staff.ts';

let database: TestDatabase;
const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};
let adaId: string;
let hired = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  const held = { farah: ['admin'], felix: ['admin'], chidi: ['hr'], dana: ['editor'] } as const;
  for (const [name, their] of Object.entries(held)) {
    ids[name] = await hire({ name, email: `${name}@example.com`, roles: [...their], ...place });
    cookies[name] = await cookieOf(ids[name]);
  }
  const gone = await hire({ name: 'Gone', email: 'gone@example.com', ...place });
  await leave(gone);
});

beforeEach(async () => {
  hired += 1;
  const { placements } = await reader.person.findUniqueOrThrow({
    where: { id: ids.dana },
    include: { placements: true },
  });
  const { departmentId, siteId } = placements[0]!;
  adaId = await hire({
    name: `Ada ${hired}`,
    email: `ada${hired}@example.com`,
    employeeNumber: `N-${hired}`,
    departmentId,
    siteId,
  });
});

afterAll(() => database.close());

const give = (as: string, form: Record<string, string>) =>
  ask({ path: '/admin/roles/new', method: 'POST', cookie: cookies[as], form });
const rolesOf = async (personId: string) =>
  (await reader.roleGrant.findMany({ where: { personId, revokedAt: null } })).map(({ role }) => role);
const grantOf = async (personId: string) =>
  (await reader.roleGrant.findFirstOrThrow({ where: { personId, revokedAt: null } })).id;
const take = async (as: string, personId: string, method = 'POST') =>
  ask({ path: `/admin/roles/${await grantOf(personId)}/take`, method, cookie: cookies[as] });

describe('a role is given', () => {
  test.each([
    ['farah', 'admin', () => `ada${hired}@example.com`],
    ['farah', 'hr', () => `  ADA${hired}@Example.com `],
    ['chidi', 'editor', () => `n-${hired}`],
  ])('by %s: %s', async (as, role, person) => {
    const { status, location } = await give(as, { person: person(), role });
    expect([status, location]).toEqual([303, `/admin/roles?given=${adaId}`]);
    expect(await rolesOf(adaId)).toEqual([role]);
    const { text } = await ask({ path: location!, cookie: cookies[as] });
    expect(text).toContain(`Ada ${hired} has the role now`);
  });

  const wrong: [what: string, as: string, form: () => Record<string, string>, said: RegExp][] = [
    ['nobody', 'farah', () => ({ role: 'hr' }), /Type an e-mail address or an employee number/],
    ['no role', 'farah', () => ({ person: `ada${hired}@example.com` }), /Choose a role/],
    [
      'a role there is not',
      'farah',
      () => ({ person: `ada${hired}@example.com`, role: 'head' }),
      /Choose a role/,
    ],
    [
      'somebody unknown',
      'farah',
      () => ({ person: 'mara@example.com', role: 'hr' }),
      /Nobody who works here has/,
    ],
    [
      'somebody who has left',
      'farah',
      () => ({ person: 'gone@example.com', role: 'hr' }),
      /Nobody who works here has/,
    ],
    [
      'themselves',
      'farah',
      () => ({ person: 'farah@example.com', role: 'hr' }),
      /Nobody gives a role to themselves/,
    ],
    [
      'HR from HR',
      'chidi',
      () => ({ person: `ada${hired}@example.com`, role: 'hr' }),
      /cannot give this role/,
    ],
    [
      'admin from HR',
      'chidi',
      () => ({ person: `ada${hired}@example.com`, role: 'admin' }),
      /cannot give this role/,
    ],
    [
      'a row of their making',
      'farah',
      () => ({ person: `ada${hired}@example.com`, role: 'hr', personId: 'x', grantedById: 'x' }),
      /not understood/,
    ],
    [
      'two roles at once',
      'farah',
      () => ({ person: `ada${hired}@example.com`, 'role[0]': 'hr', 'role[1]': 'admin' }),
      /Choose a role/,
    ],
    [
      'two people at once',
      'farah',
      () => ({ 'person[0]': `ada${hired}@example.com`, 'person[1]': 'x', role: 'hr' }),
      /./,
    ],
  ];

  test.each(wrong)('not to or as %s (%s)', async (_, as, form, said) => {
    const before = tableHashes(database.folder);
    const { status, text } = await give(as, form());
    expect(status).toBe(422);
    expect(text).toMatch(said);
    const typed = form().person;
    if (typed) expect(text).toContain(`value="${typed}"`);
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('HR sees and changes only what the table allows', () => {
  test('on the list, and on each way of asking for it', async () => {
    for (const kind of kinds) {
      const { text } = await ask({ path: '/admin/roles', kind, cookie: cookies.chidi });
      expect(text).toContain('dana@example.com');
      expect(text).not.toContain('farah@example.com');
      expect((await ask({ path: '/admin/roles', kind, cookie: cookies.farah })).text).toContain(
        'chidi@example.com',
      );
    }
  });

  test('an admin’s role is not there to be taken', async () => {
    const before = tableHashes(database.folder);
    for (const method of ['GET', 'POST']) {
      expect((await take('chidi', ids.farah!, method)).status).toBe(404);
      expect((await take('chidi', ids.chidi!, method)).status).toBe(404);
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('a role is taken away', () => {
  test('after a page that says whose, and twice is once', async () => {
    await give('farah', { person: `ada${hired}@example.com`, role: 'editor' });
    const grantId = await grantOf(adaId);
    const path = `/admin/roles/${grantId}/take`;
    const page = await ask({ path, cookie: cookies.chidi });
    expect(page.text).toContain(`Take a role from Ada ${hired}`);
    for (let time = 0; time < 2; time += 1) {
      const { status, location } = await ask({ path, method: 'POST', cookie: cookies.chidi });
      expect([status, location]).toEqual([303, '/admin/roles?taken']);
    }
    expect(await rolesOf(adaId)).toEqual([]);
    expect(await reader.event.count({ where: { name: 'role.revoked', subjectId: adaId } })).toBe(1);
    expect((await ask({ path, cookie: cookies.chidi })).status).toBe(404);
  });

  test('never one’s own, and there is no link to it', async () => {
    expect((await take('farah', ids.farah!)).status).toBe(404);
    const { text } = await ask({ path: '/admin/roles', cookie: cookies.farah });
    expect(text).not.toContain(`/admin/roles/${await grantOf(ids.farah!)}/take`);
    expect(text).toContain(`/admin/roles/${await grantOf(ids.felix!)}/take`);
  });

  test.each(['nothing', '0', '__proto__', '%00'])('not by an id such as %s', async (id) => {
    for (const method of ['GET', 'POST']) {
      expect((await ask({ path: `/admin/roles/${id}/take`, method, cookie: cookies.farah })).status).toBe(
        404,
      );
    }
  });
});

test('whoever’s role changes while they type signs in anew and loses nothing', async () => {
  const cookie = await cookieOf(adaId);
  expect((await ask({ path: '/notices', cookie })).status).toBe(200);
  await give('farah', { person: `ada${hired}@example.com`, role: 'hr' });
  expect((await ask({ path: '/notices', cookie })).location).toMatch(/^\/sign-in\?next=/);
  const sent = await ask({
    path: '/hr/departments/new',
    method: 'POST',
    cookie,
    form: { name: 'Typed meanwhile' },
  });
  expect(sent.status).toBe(401);
  expect(sent.text).toContain('value="Typed meanwhile"');
});

test('the page shows who may give what', async () => {
  const { text } = await ask({ path: '/admin/roles', cookie: cookies.chidi });
  expect(roles).toHaveLength(3);
  for (const shown of [
    'Employee',
    'Head of department',
    'Editor',
    'HR, Admin',
    'Nobody gives themselves a role',
  ]) {
    expect(text).toContain(shown);
  }
});
