import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamFilters } from '#app/domain/reporting/team.ts';
import { readTeam } from '#app/domain/reporting/team-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from './three-departments.ts';
import { actorOf, threeDepartments } from './three-departments.ts';

let database: TestDatabase;
let three: ThreeDepartments;

beforeAll(async () => {
  database = await openTestDatabase();
  three = await threeDepartments();
}, 60_000);

afterAll(() => database.close());

const team = (headOf: string[], query: object = {}) =>
  readTeam(reader, actorOf(three.people.ben, { headOf }), teamFilters.parse(query));

test('the people of the department who work here, without its head', async () => {
  const { members, size, total } = await team([three.departments.shipping]);
  expect(members.map(({ name }) => name)).toEqual(['Ada Kowalska', 'Łukasz Żak']);
  expect([size, total]).toEqual([2, 2]);
});

test('each course, done or not and since when', async () => {
  const { members, counts } = await team([three.departments.shipping]);
  expect(members.map(({ courses }) => courses.map(({ title, state }) => `${title}: ${state}`))).toEqual([
    ['Everyone’s job: completed', 'The parcel: completed'],
    ['Everyone’s job: started', 'The parcel: started'],
  ]);
  expect(counts.map(({ title, counts: by }) => [title, by.completed, by.started])).toEqual([
    ['Everyone’s job', 1, 1],
    ['The parcel', 1, 1],
  ]);
});

test('nothing of another department, and nothing but names and courses', async () => {
  const { operations, shipping } = three.departments;
  const text = JSON.stringify(await team([operations, shipping]));
  expect(text).not.toContain('Canary');
  expect(text).not.toContain('The offer');
  expect(text).not.toContain('@example.com');
  expect(text).not.toMatch(/N-[A-Z]/);
  expect(text).not.toContain('at work');
  expect(text).not.toContain('score');
});

test('search goes by names alone', async () => {
  const { shipping } = three.departments;
  expect((await team([shipping], { q: 'lukasz' })).members.map(({ name }) => name)).toEqual(['Łukasz Żak']);
  expect((await team([shipping], { q: 'n-ada' })).members).toEqual([]);
  expect((await team([shipping], { q: 'ada@example.com' })).members).toEqual([]);
});

test('heading no department is heading nobody', async () => {
  expect(await team([])).toMatchObject({ size: 0, members: [], counts: [] });
});
