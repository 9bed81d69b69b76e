import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { readClosedDepartments, readDepartments } from '#app/domain/people/department-reads.server.ts';
import { departmentTree } from '#app/domain/people/department.ts';
import { closeDepartment } from '#app/domain/people/departments/close-department.server.ts';
import { editDepartment } from '#app/domain/people/departments/edit-department.server.ts';
import { endDeputy } from '#app/domain/people/departments/end-deputy.server.ts';
import { headOfPerson } from '#app/domain/people/departments/head-reads.server.ts';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { reopenDepartment } from '#app/domain/people/departments/reopen-department.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import { placePerson } from '#app/domain/people/staff/place-person.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, done } from '../../support/staff.ts';
import type { CompanyOfFour } from './company-of-four.ts';
import { companyOfFour, doing } from './company-of-four.ts';

let database: TestDatabase;
let four: CompanyOfFour;

beforeEach(async () => {
  database = await openTestDatabase();
  four = await companyOfFour();
});

afterEach(() => database.close());

async function unchanged(work: () => Promise<unknown>, refused: string): Promise<void> {
  const before = tableHashes(database.folder);
  expect(await work()).toEqual({ refused });
  expect(tableHashes(database.folder)).toEqual(before);
}

type Name = keyof CompanyOfFour['departments'];

const close = (name: Name, fromOn: string, actor = four.actors.chidi) =>
  doing(closeDepartment, actor, { departmentId: four.departments[name], fromOn });
const reopen = (name: Name, fromOn: string, actor = four.actors.chidi) =>
  doing(reopenDepartment, actor, { departmentId: four.departments[name], fromOn });
const place = (name: Name, parent: Name | null, fromOn: string, headId: string | null = null) =>
  doing(placeDepartment, four.actors.chidi, {
    departmentId: four.departments[name],
    parentId: parent && four.departments[parent],
    headId,
    fromOn,
  });

const treeOn = async (day: string) =>
  departmentTree(await readDepartments(reader, day)).map(({ name, depth }) => '.'.repeat(depth) + name);

describe('the tree of a day', () => {
  test('is as it was, with the names and functions of that day', async () => {
    const { shipping } = four.departments;
    await done(place('returns', 'office', '2025-03-01'));
    await done(place('returns', null, '2025-06-01'));
    await underClock(new Date('2025-04-01T12:00:00Z'), () =>
      done(doing(editDepartment, system, { departmentId: shipping, name: 'Sorting', function: 'office' })),
    );
    expect(await treeOn('2023-12-31')).toEqual([]);
    expect(await treeOn('2025-02-28')).toEqual(['Office', 'Shipping', '.Returns']);
    expect(await treeOn('2025-03-31')).toEqual(['Office', '.Returns', 'Shipping']);
    expect(await treeOn('2025-05-31')).toEqual(['Office', '.Returns', 'Sorting']);
    expect(await treeOn('2025-06-01')).toEqual(['Office', 'Returns', 'Sorting']);
    const functionOn = async (day: string) =>
      (await readDepartments(reader, day)).find(({ id }) => id === shipping)?.function;
    expect([await functionOn('2025-03-31'), await functionOn('2025-04-01')]).toEqual(['shipping', 'office']);
  });

  test('never loops, not even on a day to come', async () => {
    await unchanged(() => place('shipping', 'shipping', '2025-01-01'), 'below-itself');
    await unchanged(() => place('shipping', 'returns', '2025-01-01'), 'below-itself');
    await done(place('shipping', 'office', '2999-01-01'));
    await unchanged(() => place('office', 'returns', '2998-01-01'), 'below-itself');
    await unchanged(() => place('office', 'shipping', '2025-01-01'), 'below-itself');
    // From when Shipping is no longer below, it can be the other way round.
    await done(place('shipping', null, '2999-06-01'));
    await done(place('office', 'shipping', '2999-06-01'));
    expect(await treeOn('2999-06-01')).toEqual(['Shipping', '.Office', '.Returns']);
  });
});

describe('a department that closes', () => {
  test('is empty first, on that day and on every later one', async () => {
    const { shipping, office } = four.departments;
    await unchanged(() => close('shipping', '2026-01-01'), 'people-there');
    await unchanged(() => close('shipping', '2999-01-01'), 'people-there');
    for (const personId of [four.people.ada, four.people.ben]) {
      const to = { ...four.place, departmentId: office, personId, fromOn: '2026-03-01' };
      await done(doing(placePerson, four.actors.chidi, to));
    }
    await unchanged(() => close('shipping', '2026-02-28'), 'people-there');
    await unchanged(() => close('shipping', '2026-03-01'), 'departments-below');
    await done(place('returns', null, '2026-04-01'));
    await unchanged(() => close('shipping', '2026-03-31'), 'departments-below');
    const back = { ...four.place, departmentId: shipping, personId: four.people.ada, fromOn: '2999-01-01' };
    await done(doing(placePerson, four.actors.chidi, back));
    await unchanged(() => close('shipping', '2026-04-01'), 'people-there');
    // Her last day comes before that move: it is taken back.
    await done(doing(closePerson, four.actors.chidi, { personId: four.people.ada, leftOn: '2998-12-31' }));
    expect(await close('shipping', '2026-04-01')).toEqual({ ok: true });
    expect(await treeOn('2026-03-31')).toContain('Shipping');
    expect(await treeOn('2026-04-01')).toEqual(['Office', 'Returns']);
    expect(await readClosedDepartments(reader)).toEqual([{ id: shipping, name: 'Shipping' }]);
  });

  test('does so once, after it began, and not under a change that is planned', async () => {
    await unchanged(() => close('returns', '2025-01-01', four.actors.ben), 'not-allowed');
    await unchanged(() => close('returns', '2023-01-01'), 'before-it-began');
    await done(place('returns', null, '2999-01-01'));
    await unchanged(() => close('returns', '2025-01-01'), 'changes-later');
    expect(await close('returns', '2999-01-01')).toEqual({ ok: true });
    await unchanged(() => close('returns', '2999-01-02'), 'closed-already');
    const input = { departmentId: ulid(), fromOn: '2025-01-01' };
    await unchanged(() => doing(closeDepartment, system, input), 'unknown-department');
  });

  test('takes nobody in and nothing below it, and has no head or deputy', async () => {
    await done(close('returns', '2025-01-01'));
    const { returns } = four.departments;
    await unchanged(() => place('office', 'returns', '2025-01-01'), 'parent-closed');
    await unchanged(() => place('office', 'returns', '2024-06-01'), 'parent-closed');
    await unchanged(() => place('returns', null, '2025-01-01', four.people.ben), 'closed');
    const deputy = { departmentId: returns, personId: four.people.ben, untilOn: '2025-02-01' };
    await unchanged(() => doing(nameDeputy, system, { ...deputy, fromOn: '2024-12-01' }), 'closed');
    const below = { name: 'New', parentId: returns };
    await unchanged(() => doing(addDepartment, system, below), 'unknown-parent');
    const person = {
      name: 'New',
      email: 'new@example.com',
      language: 'en',
      hiredOn: '2026-01-01',
      jobTitle: '',
    };
    const input = { ...person, departmentId: returns, siteId: four.siteId };
    await unchanged(() => doing(addPerson, system, input), 'unknown-department');
  });

  test('opens again where it stood, or at the top where that is closed', async () => {
    await unchanged(() => reopen('returns', '2025-06-01'), 'not-closed');
    await done(close('returns', '2025-01-01'));
    await unchanged(() => reopen('returns', '2024-12-31'), 'not-closed');
    await unchanged(() => reopen('returns', '2025-06-01', four.actors.ada), 'not-allowed');
    await done(reopen('returns', '2025-06-01'));
    expect(await treeOn('2025-05-31')).toEqual(['Office', 'Shipping']);
    expect(await treeOn('2025-06-01')).toEqual(['Office', 'Shipping', '.Returns']);
  });

  test('and reopens on the day of closing was never closed', async () => {
    await done(close('returns', '2999-01-01'));
    await done(reopen('returns', '2999-01-01'));
    expect(await treeOn('2999-01-02')).toEqual(['Office', 'Shipping', '.Returns']);
  });
});

describe('a head', () => {
  test('who has left heads nothing: not in the tree, not in the notices', async () => {
    const { ada, ben, farah } = four.people;
    await done(place('shipping', null, '2025-01-01', ben));
    expect(await headOfPerson(reader, ada)).toBe(ben);
    await done(place('shipping', 'office', '2025-02-01', ben));
    await done(place('office', null, '2025-02-01', farah));
    await done(doing(closePerson, four.actors.chidi, { personId: ben, leftOn: '2025-12-31' }));
    expect(await headOfPerson(reader, ada)).toBe(farah);
    const headOn = async (day: string) =>
      (await readDepartments(reader, day)).find(({ name }) => name === 'Shipping')?.headId;
    expect([await headOn('2025-12-31'), await headOn('2026-01-01')]).toEqual([ben, null]);
  });

  test('works here on the day it begins', async () => {
    await unchanged(() => place('office', null, '2024-01-15', four.people.ben), 'unknown-head');
    await unchanged(() => place('office', null, '2025-01-15', ulid()), 'unknown-head');
  });
});

describe('a deputy', () => {
  const during = (at: string) => underClock(new Date(at), () => actorOf(four.people.ada));
  const name = (fromOn: string, untilOn: string, actor = four.actors.chidi) =>
    doing(nameDeputy, actor, {
      departmentId: four.departments.shipping,
      personId: four.people.ada,
      fromOn,
      untilOn,
    });

  test('heads the department with all below for that time, and no longer', async () => {
    const { shipping, returns } = four.departments;
    await done(name('2026-05-01', '2026-05-31'));
    expect((await during('2026-04-30T23:59:59Z')).headOf).toEqual([]);
    expect((await during('2026-05-01T00:00:00Z')).headOf.toSorted()).toEqual([shipping, returns].toSorted());
    expect((await during('2026-05-31T23:59:59Z')).headOf).toHaveLength(2);
    expect((await during('2026-06-01T00:00:00Z')).headOf).toEqual([]);
  });

  test('is named for days that follow each other, and works here on all of them', async () => {
    await unchanged(() => name('2026-05-02', '2026-05-01'), 'ends-before-it-begins');
    await unchanged(() => name('2024-01-31', '2024-02-02'), 'not-employed');
    await unchanged(() => name('2026-05-01', '2026-05-31', four.actors.ben), 'not-allowed');
    await done(name('2026-05-01', '2026-05-31'));
    await unchanged(() => name('2026-05-31', '2026-06-30'), 'overlaps');
    await done(name('2026-06-01', '2026-06-30'));
    await done(doing(closePerson, four.actors.chidi, { personId: four.people.ada, leftOn: '2999-07-31' }));
    await unchanged(() => name('2999-07-01', '2999-08-01'), 'not-employed');
  });

  test('goes earlier than was said, or never comes', async () => {
    const { deputyshipId } = await done(name('2026-05-01', '2026-05-31'));
    const end = (at: string, untilOn: string) =>
      underClock(new Date(at), () => doing(endDeputy, four.actors.chidi, { deputyshipId, untilOn }));
    await unchanged(() => end('2026-05-10T12:00:00Z', '2026-05-31'), 'not-earlier');
    await unchanged(() => end('2026-05-10T12:00:00Z', '2026-04-30'), 'before-it-began');
    await unchanged(() => end('2026-06-01T00:00:00Z', '2026-05-20'), 'over-already');
    await done(end('2026-05-10T12:00:00Z', '2026-05-20'));
    expect(await reader.deputyship.findMany()).toMatchObject([{ untilOn: '2026-05-20' }]);
    await done(end('2026-04-01T12:00:00Z', '2026-04-30'));
    expect(await reader.deputyship.count()).toBe(0);
    await unchanged(() => end('2026-04-01T12:00:00Z', '2026-04-30'), 'unknown-deputyship');
  });
});
