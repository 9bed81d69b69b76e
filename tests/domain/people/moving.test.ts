import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDepartment } from '#app/domain/people/departments/close-department.server.ts';
import { editPerson } from '#app/domain/people/staff/edit-person.server.ts';
import { personIdentity } from '#app/domain/people/staff/placement.ts';
import { placePerson } from '#app/domain/people/staff/place-person.server.ts';
import { readIdentityOn } from '#app/domain/people/history/person-page-reads.server.ts';
import { closeSite } from '#app/domain/people/sites/close-site.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { done } from '../../support/staff.ts';
import type { CompanyOfFour } from './company-of-four.ts';
import { companyOfFour, doing } from './company-of-four.ts';

let database: TestDatabase;
let four: CompanyOfFour;

beforeAll(async () => {
  database = await openTestDatabase();
  four = await companyOfFour();
});

afterAll(() => database.close());

type Who = keyof CompanyOfFour['people'];

async function unchanged(work: () => Promise<unknown>, refused: string): Promise<void> {
  const before = tableHashes(database.folder);
  expect(await work()).toEqual({ refused });
  expect(tableHashes(database.folder)).toEqual(before);
}

describe('a move', () => {
  type Move = {
    fromOn?: string;
    departmentId?: string;
    siteId?: string;
    managerId?: string;
    jobTitle?: string;
  };
  const move = (who: Who, change: Move, whom: Who = 'ada') =>
    doing(placePerson, four.actors[who], {
      ...four.place,
      jobTitle: 'Packer',
      personId: four.people[whom],
      fromOn: '2025-05-01',
      ...change,
    });

  test.each<[string, Who, Move]>([
    ['not-allowed', 'ben', {}],
    ['not-employed-then', 'chidi', { fromOn: '2024-01-31' }],
    ['unknown-department', 'chidi', { departmentId: ulid() }],
    ['unknown-site', 'chidi', { siteId: ulid() }],
    ['unknown-manager', 'chidi', { managerId: ulid() }],
    ['nothing-changed', 'chidi', { jobTitle: '' }],
  ])('is refused with %s to %s: %j', async (refused, who, change) => {
    await unchanged(() => move(who, change), refused);
  });

  test('makes nobody their own manager', async () => {
    await unchanged(() => move('chidi', { managerId: four.people.ada }), 'own-manager');
  });

  test('twice on one day leaves the second, and two events', async () => {
    const events = () => reader.event.count({ where: { name: 'person.placed', subjectId: four.people.ben } });
    await done(move('chidi', { fromOn: '2025-02-01', jobTitle: 'One' }, 'ben'));
    await done(move('chidi', { fromOn: '2025-02-01', jobTitle: 'Two' }, 'ben'));
    const rows = await reader.placement.findMany({
      where: { personId: four.people.ben, fromOn: '2025-02-01' },
    });
    expect(rows.map(({ jobTitle }) => jobTitle)).toEqual(['Two']);
    expect(await events()).toBe(2);
  });

  test('does not lead into a department or a site that is closed then, or closes before the next move', async () => {
    const { returns } = four.departments;
    await done(doing(closeDepartment, four.actors.chidi, { departmentId: returns, fromOn: '2026-01-01' }));
    await done(doing(closeSite, four.actors.farah, { siteId: four.otherSiteId }));
    await unchanged(
      () => move('chidi', { departmentId: returns, fromOn: '2026-01-01' }),
      'department-closed',
    );
    await unchanged(
      () => move('chidi', { departmentId: returns, fromOn: '2025-12-31' }),
      'department-closed',
    );
    await unchanged(() => move('chidi', { siteId: four.otherSiteId }), 'site-closed');
    await done(move('chidi', { fromOn: '2025-07-01', jobTitle: 'Later' }));
    // There and gone again before it closed: that is how it was.
    await done(move('chidi', { departmentId: returns, fromOn: '2025-06-01' }));
  });
});

describe('a change of name or address', () => {
  const sound = { name: 'Ada', email: 'ada@example.com', employeeNumber: 'N-1', language: 'en' };
  const edit = (who: Who, change: Partial<typeof sound> = {}, whom: Who = 'ada') =>
    doing(editPerson, four.actors[who], { ...sound, ...change, personId: four.people[whom] });

  test.each<[string, Who, Partial<typeof sound>]>([
    ['not-allowed', 'ben', { name: 'Eda' }],
    ['email-taken', 'chidi', { email: 'ben@example.com' }],
    ['no-way-to-sign-in', 'chidi', { email: undefined, employeeNumber: undefined }],
  ])('is refused with %s to %s: %j', async (refused, who, change) => {
    await unchanged(() => edit(who, change), refused);
  });

  test('of what somebody signs in with takes the roles they hold; of their name it does not', async () => {
    const farah = { ...sound, name: 'Farah', email: 'farah@example.com', employeeNumber: undefined };
    const changed = (change: object) =>
      doing(editPerson, four.actors.chidi, { ...farah, ...change, personId: four.people.farah });
    await unchanged(() => changed({ email: 'mine@example.com' }), 'not-for-their-roles');
    await unchanged(() => changed({ employeeNumber: 'MINE-1' }), 'not-for-their-roles');
    await unchanged(() => changed({ email: undefined, employeeNumber: 'MINE-1' }), 'not-for-their-roles');
    expect(await changed({ name: 'Farah Aziz' })).toEqual({ ok: true });
    expect(
      await doing(editPerson, four.actors.farah, {
        ...farah,
        email: 'fa@example.com',
        personId: four.people.farah,
      }),
    ).toEqual({ ok: true });
  });

  test('keeps how they were called, and finds them by the new name without its accents', async () => {
    const { ada } = four.people;
    await done(edit('chidi', { name: 'Łucja Żak', email: 'lucja@example.com' }));
    expect(await reader.person.findUnique({ where: { id: ada } })).toMatchObject({
      searchKey: 'lucja zak lucja@example.com n-1',
      sortKey: 'lucja zak',
    });
    expect(await readIdentityOn(reader, ada, '2025-03-31')).toMatchObject({ name: 'Ada' });
    expect(await readIdentityOn(reader, ada, dateIn('UTC'))).toMatchObject({ name: 'Łucja Żak' });
    // The address is free again for somebody else.
    await done(edit('chidi', { name: 'Ben', email: 'ada@example.com', employeeNumber: undefined }, 'ben'));
    expect(await reader.event.findFirst({ where: { name: 'person.edited', subjectId: ada } })).toMatchObject({
      facts: '{"fields":["name","email"]}',
    });
  });

  test('to nothing new writes nothing', async () => {
    const before = tableHashes(database.folder);
    const { name, email, employeeNumber } = (await readIdentityOn(reader, four.people.ada, '2999-01-01'))!;
    const same = { name, email: email ?? undefined, employeeNumber: employeeNumber ?? undefined };
    expect(await edit('chidi', same)).toEqual({ ok: true });
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('ends what was mailed to the old address, and not what was printed', async () => {
    const personId = four.people.ada;
    const token = {
      personId,
      purpose: 'invitation',
      createdAt: new Date(),
      expiresAt: new Date('2999-01-01'),
    };
    await transact((tx) => tx.token.create({ data: { ...token, id: 'm', hash: 'm', channel: 'mail' } }));
    await transact((tx) => tx.token.create({ data: { ...token, id: 's', hash: 's', channel: 'slip' } }));
    await done(edit('chidi', { name: 'Łucja Żak', email: 'third@example.com' }));
    const left = await reader.token.findMany({ where: { expiresAt: { gt: new Date() } } });
    expect(left.map(({ id }) => id)).toEqual(['s']);
  });

  test.each([
    ['language', 'not a language'],
    ['language', ['en']],
    ['name', 'A\u202eda'],
    ['email', { contains: '' }],
    ['role', 'admin'],
    ['id', 'x'],
    ['createdAt', '2020-01-01'],
    ['searchKey', 'x'],
  ])('brings in no %s like %j', (field, value) => {
    expect(personIdentity.safeParse({ ...sound, [field]: value }).success).toBe(false);
  });
});
