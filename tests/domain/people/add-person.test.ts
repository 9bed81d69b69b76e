import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { AddPersonRefusal } from '#app/domain/people/add-person.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import type { NewPerson } from '#app/domain/people/person.ts';
import { newPerson } from '#app/domain/people/person.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let sound: NewPerson;
const actors: Record<string, Actor> = { system };

beforeAll(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  await hire({ name: 'There Already', email: 'there@example.com', employeeNumber: 'N-1', ...place });
  actors.learner = await actorOf(await hire({ name: 'Learner', ...place }));
  actors.editor = await actorOf(await hire({ name: 'Editor', roles: ['editor'], ...place }));
  actors.hr = await actorOf(await hire({ name: 'Hr', roles: ['hr'], ...place }));
  actors.admin = await actorOf(await hire({ name: 'Admin', roles: ['admin'], ...place }));
  sound = {
    name: 'Łukasz',
    email: 'new@example.com',
    language: 'en',
    hiredOn: '2024-01-01',
    jobTitle: '',
    ...place,
  };
});

afterAll(() => database.close());

const refusals: [AddPersonRefusal, who: string, Partial<NewPerson>][] = [
  ['not-allowed', 'learner', {}],
  ['not-allowed', 'editor', {}],
  ['no-way-to-sign-in', 'hr', { email: undefined }],
  ['email-taken', 'hr', { email: 'there@example.com' }],
  ['number-taken', 'admin', { employeeNumber: 'N-1' }],
  ['unknown-department', 'hr', { departmentId: ulid() }],
  ['unknown-site', 'hr', { siteId: ulid() }],
  ['unknown-manager', 'system', { managerId: ulid() }],
];

describe('adding a person', () => {
  test.each(refusals)('is refused with %s to %s, and changes no row', async (refused, who, change) => {
    const before = tableHashes(database.folder);
    expect(await transact((tx) => addPerson(tx, actors[who]!, { ...sound, ...change }))).toEqual({ refused });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('at the same moment by two people makes one person', async () => {
    const add = () => transact((tx) => addPerson(tx, actors.hr!, sound));
    const all = await Promise.all(Array.from({ length: 20 }, add));
    expect(all.filter((one) => 'ok' in one)).toHaveLength(1);
    expect(all.filter((one) => 'refused' in one && one.refused === 'email-taken')).toHaveLength(19);
    expect(await reader.person.count({ where: { email: sound.email } })).toBe(1);
    expect(await reader.person.findUnique({ where: { email: sound.email } })).toMatchObject({
      searchKey: 'lukasz new@example.com',
      sortKey: 'lukasz',
    });
  });

  test('takes a number instead of an address', async () => {
    const added = await transact((tx) =>
      addPerson(tx, actors.admin!, { ...sound, email: undefined, employeeNumber: 'N-2' }),
    );
    expect(added).toMatchObject({ ok: true });
  });
});

describe('what a form may bring in', () => {
  const parsed = (change: object) => newPerson.safeParse({ ...sound, ...change });

  test.each(['id', 'createdAt', 'searchKey', 'roles', 'isAdmin', '__proto__x', 'credentials'])(
    'is nothing by the name of %s',
    (name) => {
      expect(parsed({ [name]: 'x' }).success).toBe(false);
    },
  );

  test.each([
    ['name', '  '],
    ['name', 'A\u0000da'],
    ['name', 'A\u202eda'],
    ['name', 'A'.repeat(201)],
    ['name', ['Ada']],
    ['email', 'not an address'],
    ['email', { contains: '' }],
    ['employeeNumber', '-1'],
    ['employeeNumber', '=1+1'],
    ['hiredOn', '2024-02-30'],
    ['hiredOn', '2024-1-1'],
    ['departmentId', ''],
    ['departmentId', { not: '' }],
  ])('is no %s like %j', (field, value) => {
    expect(parsed({ [field]: value }).success).toBe(false);
  });

  test('is put into the one form in which it is looked for', () => {
    const { data } = parsed({ name: '  Ada ', email: ' ADA@Example.COM ', employeeNumber: ' n-7 ' });
    expect(data).toMatchObject({ name: 'Ada', email: 'ada@example.com', employeeNumber: 'N-7' });
  });
});
