import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { loader as departments } from '#app/routes/hr/departments/departments.tsx';
import { action as edit, loader as editPage } from '#app/routes/hr/departments/place-department.tsx';
import { action as add } from '#app/routes/hr/departments/new-department.tsx';
import { loader as people } from '#app/routes/hr/people/people.tsx';
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

const today = () => dateIn('Europe/Warsaw');

type Shown = { departments: { name: string; function: string; head: string | null; people: string }[] };

test('the list is a tree, with function, head and people', async () => {
  const { data } = await ask(departments, '/hr/departments', { as: three.people.chidi });
  const rows = (data as Shown).departments.map(({ name, function: fn, head, people: n }) => [
    name,
    fn,
    head,
    n,
  ]);
  expect(rows).toEqual([
    ['Operations', 'None', null, '2'],
    ['Shipping', 'Shipping', 'Ben Nowicki', '3'],
    ['Sales', 'Sales', null, '1'],
  ]);
});

test('a new one below another, whose head comes later', async () => {
  const as = three.people.chidi;
  const form = { name: 'Returns', function: '', parentId: three.departments.shipping, head: '' };
  const added = await ask(add, '/hr/departments/new', { as, form });
  expect(added.status).toBe(303);
  const list = await ask(departments, added.location!, { as });
  expect(list.data).toMatchObject({ saved: 'Returns' });
  expect(JSON.stringify(list.data)).toContain('Shipping, as above');
  const { id } = await reader.department.findUniqueOrThrow({ where: { name: 'Returns' } });
  const at = { as, params: { department: id } };
  const headed = await ask(edit, `/hr/departments/${id}`, {
    ...at,
    form: { parentId: three.departments.operations, head: 'lukasz@example.com', fromOn: today() },
  });
  expect(headed.status).toBe(303);
  const page = await ask(editPage, `/hr/departments/${id}`, at);
  expect(page.data).toMatchObject({ parentId: three.departments.operations, head: 'lukasz@example.com' });
});

test.each([
  ['a name that is taken', { name: 'Sales' }, 'name'],
  ['no name', { name: ' ' }, 'name'],
  ['a function there is not', { name: 'New', function: 'magic' }, 'function'],
  ['an unknown department above', { name: 'New', parentId: 'x' }, 'parentId'],
  ['an unknown head', { name: 'New', head: 'nobody' }, 'head'],
])('a new one is refused for %s, and nothing changes', async (_what, form, field) => {
  const before = await rowCounts();
  const answer = await ask(add, '/hr/departments/new', { as: three.people.chidi, form });
  expect(answer.status).toBe(422);
  const { errors, typed } = replyOf(answer);
  expect(Object.keys(errors)).toEqual([field]);
  expect(typed.head).toBe((form as { head?: string }).head);
  expect((await rowCounts()).slice(0, -1)).toEqual(before.slice(0, -1));
});

test('none stands below itself or below what is below it', async () => {
  const { operations, shipping } = three.departments;
  for (const parentId of [operations, shipping]) {
    const answer = await ask(edit, `/hr/departments/${operations}`, {
      as: three.people.farah,
      form: { parentId, head: '', fromOn: today() },
      params: { department: operations },
    });
    expect(answer.status).toBe(422);
    expect(replyOf(answer).errors.parentId).toHaveLength(1);
  }
  const page = await ask(editPage, `/hr/departments/${operations}`, {
    as: three.people.farah,
    params: { department: operations },
  });
  expect(JSON.stringify((page.data as { parents: unknown }).parents)).not.toContain('Shipping');
});

test('people are found in a department and those below it', async () => {
  const found = await ask(people, `/hr/people?department=${three.departments.operations}&q=ow`, {
    as: three.people.chidi,
  });
  const { people: rows, count } = found.data as { people: { name: string }[]; count: string };
  expect(rows.map(({ name }) => name)).toEqual(['Ada Kowalska', 'Ben Nowicki']);
  expect(count).toBe('2 people');
});
