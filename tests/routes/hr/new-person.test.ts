import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '#app/domain/access/passwords/credential-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { action, loader } from '#app/routes/hr/people/new-person.tsx';
import { loader as people } from '#app/routes/hr/people/people.tsx';
import { loader as personAdded } from '#app/routes/hr/people/person-added.tsx';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from '../../domain/reporting/three-departments.ts';
import { rowCounts, threeDepartments } from '../../domain/reporting/three-departments.ts';
import { ask, configureCookies, replyOf } from '../ask.ts';

let database: TestDatabase;
let three: ThreeDepartments;

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  three = await threeDepartments();
}, 60_000);

afterAll(() => database.close());

const path = '/hr/people/new';

const filled = (change: Record<string, string | string[]> = {}) => ({
  name: 'Ĝoja Nova',
  email: 'Goja@Example.com',
  employeeNumber: '',
  departmentId: three.departments.shipping,
  siteId: three.siteId,
  jobTitle: '',
  hiredOn: '2026-01-05',
  manager: '',
  ...change,
});

async function refused(change: Record<string, string | string[]>, as = three.people.chidi) {
  const before = await rowCounts();
  const answer = await ask(action, path, { as, form: filled(change) });
  const after = await rowCounts();
  expect(answer.status).toBe(422);
  // Signing in to ask is the one event.
  expect(after).toEqual([...before.slice(0, -1), before.at(-1)! + 1]);
  return replyOf(answer);
}

describe('somebody new', () => {
  test('is in with roles and manager, and has no password yet', async () => {
    const form = filled({ manager: 'n-ben', roles: 'editor' });
    const answer = await ask(action, path, { as: three.people.chidi, form });
    const person = await reader.person.findUniqueOrThrow({
      where: { email: 'goja@example.com' },
      include: { placements: true, roles: true },
    });
    expect([answer.status, answer.location]).toEqual([303, `/hr/people/${person.id}/added`]);
    expect(person.placements[0]).toMatchObject({ managerId: three.people.ben, fromOn: '2026-01-05' });
    expect(person.roles.map(({ role }) => role)).toEqual(['editor']);
    const account = await findAccount(reader, 'goja@example.com');
    expect(account).toEqual({ personId: person.id, password: null });
  });

  test('is found at once, and the page after says with what they sign in and where to', async () => {
    const as = three.people.chidi;
    const list = await ask(people, '/hr/people?q=goja', { as });
    expect(list.data).toMatchObject({ people: [{ name: 'Ĝoja Nova', roles: 'Writes' }] });
    const { id } = await reader.person.findUniqueOrThrow({ where: { email: 'goja@example.com' } });
    const added = await ask(personAdded, `/hr/people/${id}/added`, { as, params: { person: id } });
    const email = 'goja@example.com';
    expect(added.data).toEqual({ id, title: 'Ĝoja Nova has been added', email, signInWith: email });
  });

  test('who begins later stands in the list with their first day', async () => {
    const form = filled({ name: 'Later', email: '', employeeNumber: 'l-1', hiredOn: '2998-05-01' });
    const as = three.people.farah;
    const { location } = await ask(action, path, { as, form });
    const list = await ask(people, '/hr/people?q=later', { as });
    expect(list.data).toMatchObject({ people: [{ employeeNumber: 'L-1', starts: 'starts 1 May 2998' }] });
    const person = location!.split('/')[3]!;
    const added = await ask(personAdded, location!, { as, params: { person } });
    expect(added.data).toMatchObject({
      title: 'Later has been added, and can sign in from 1 May 2998',
      signInWith: 'L-1',
    });
  });
});

describe('a form that does not go', () => {
  test('keeps what was typed', async () => {
    const change = { name: '', jobTitle: 'Packer', manager: 'nobody@example.com', roles: ['editor'] };
    const { typed, errors } = await refused(change);
    expect(typed).toMatchObject({
      email: 'Goja@Example.com',
      jobTitle: 'Packer',
      manager: 'nobody@example.com',
    });
    expect([typed.roles].flat()).toEqual(['editor']);
    expect(Object.keys(errors)).toEqual(['name']);
  });

  test.each([
    ['neither address nor number', { email: '' }, 'email'],
    ['no address', { email: 'goja at home' }, 'email'],
    ['an address somebody has', { email: 'ADA@example.com' }, 'email'],
    ['a number somebody has', { employeeNumber: 'n-ada' }, 'employeeNumber'],
    ['no number', { employeeNumber: 'a b' }, 'employeeNumber'],
    ['an unknown department', { departmentId: 'x' }, 'departmentId'],
    ['no department', { departmentId: '' }, 'departmentId'],
    ['an unknown site', { siteId: 'x' }, 'siteId'],
    ['no day', { hiredOn: '31.12.2026' }, 'hiredOn'],
    ['an unknown manager', { manager: 'nobody' }, 'manager'],
    ['a manager who has left', { manager: 'gone@example.com' }, 'manager'],
    ['a role one may not give', { roles: 'admin', email: 'free@example.com' }, 'roles'],
    ['a role there is not', { roles: 'king', email: 'free@example.com' }, 'roles'],
    ['a name with a hidden turn', { name: 'a\u202Eb' }, 'name'],
    ['a name too long', { name: 'x'.repeat(201) }, 'name'],
  ])('says so at its field: %s', async (_what, change, field) => {
    const form = { email: `fresh-${field}@example.com`, ...change } as Record<string, string>;
    const { errors } = await refused(form);
    const said = Object.entries(errors).filter(([, messages]) => messages?.length);
    expect(said.map(([name]) => name.replace(/\[\d+\]$/, ''))).toEqual([field]);
    // A sentence, not a code.
    expect(said[0]?.[1]?.[0]).toMatch(/^[A-Z].* .*[.?]/);
  });

  test('takes nothing that does not belong to it', async () => {
    const { errors } = await refused({ email: 'free@example.com', language: 'xx' });
    expect(Object.values(errors).flat()).toHaveLength(1);
  });

  test('an admin may give every role, to others', async () => {
    const form = filled({ email: 'boss@example.com', roles: ['editor', 'hr', 'admin'] });
    expect((await ask(action, path, { as: three.people.farah, form })).status).toBe(303);
  });
});

test('a form offers the roles that whoever fills it in may give', async () => {
  expect((await ask(loader, path, { as: three.people.chidi })).data).toMatchObject({ roles: ['editor'] });
});

test('a first password is not asked for any more, nor taken', async () => {
  const { errors } = await refused({ email: 'free@example.com', firstPassword: 'bakolu-mifena-tosude' });
  expect(Object.values(errors).flat()).toHaveLength(1);
  expect(JSON.stringify(errors)).not.toContain('bakolu');
});
