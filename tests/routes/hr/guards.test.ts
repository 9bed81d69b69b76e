import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as completionsCsv } from '#app/routes/hr/completions/completions-csv.ts';
import { loader as completionsXlsx } from '#app/routes/hr/completions/completions-xlsx.ts';
import { loader as completions } from '#app/routes/hr/completions/completions.tsx';
import { loader as departments } from '#app/routes/hr/departments/departments.tsx';
import {
  action as saveDepartment,
  loader as editDepartment,
} from '#app/routes/hr/departments/place-department.tsx';
import {
  action as addDepartment,
  loader as newDepartment,
} from '#app/routes/hr/departments/new-department.tsx';
import { loader as overview } from '#app/routes/hr/overview.tsx';
import { action as addPerson, loader as newPerson } from '#app/routes/hr/people/new-person.tsx';
import { loader as people } from '#app/routes/hr/people/people.tsx';
import { loader as personAdded } from '#app/routes/hr/people/person-added.tsx';
import { loader as team } from '#app/routes/team/team.tsx';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from '../../domain/reporting/three-departments.ts';
import { rowCounts, threeDepartments } from '../../domain/reporting/three-departments.ts';
import { ask, configureCookies } from '../ask.ts';

let database: TestDatabase;
let three: ThreeDepartments;

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  three = await threeDepartments();
}, 60_000);

afterAll(() => database.close());

const params = () => ({ department: three.departments.shipping, person: three.people.ada });

const forHrAndAdmin = {
  '/hr': overview,
  '/hr/people': people,
  '/hr/people/new': newPerson,
  '/hr/people/x/added': personAdded,
  '/hr/departments': departments,
  '/hr/departments/new': newDepartment,
  '/hr/departments/x': editDepartment,
};
const forHr = {
  '/hr/completions': completions,
  '/hr/completions.csv': completionsCsv,
  '/hr/completions.xlsx': completionsXlsx,
};
const actions = {
  '/hr/people/new': addPerson,
  '/hr/departments/new': addDepartment,
  '/hr/departments/x': saveDepartment,
};

describe.each(Object.entries({ ...forHrAndAdmin, ...forHr, '/team': team }))('GET %s', (path, loader) => {
  test('sends whoever is not signed in to the sign-in', async () => {
    const answer = await ask(loader, `${path}?a=b`, { params: params() });
    expect(answer.status).toBe(302);
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(`${path}?a=b`)}`);
  });

  test('is not there for an employee', async () => {
    expect((await ask(loader, path, { params: params(), as: three.people.ada })).status).toBe(404);
  });
});

test.each(Object.entries(forHrAndAdmin))('GET %s is there for HR and for admins', async (path, loader) => {
  for (const as of [three.people.chidi, three.people.farah]) {
    expect((await ask(loader, path, { params: params(), as })).status).toBe(200);
  }
});

test.each(Object.entries(forHr))('GET %s is there for HR alone', async (path, loader) => {
  const hr = await ask(loader, path, { as: three.people.chidi });
  expect(hr.status).toBe(200);
  await hr.response?.text();
  expect((await ask(loader, path, { as: three.people.farah })).status).toBe(404);
  expect((await ask(loader, path, { as: three.people.ben })).status).toBe(404);
});

test('the overview shows no completions to an admin', async () => {
  const { data } = await ask(overview, '/hr', { as: three.people.farah });
  expect(data).toMatchObject({ courses: null });
});

test('the team is there for a head alone', async () => {
  expect((await ask(team, '/team', { as: three.people.ben })).status).toBe(200);
  expect((await ask(team, '/team', { as: three.people.chidi })).status).toBe(404);
});

describe.each(Object.entries(actions))('POST %s', (path, action) => {
  test('changes nothing for whoever may not', async () => {
    const before = await rowCounts();
    const form = { name: 'Nobody', password: 'should stay behind' };
    const out = await ask(action, path, { form, params: params() });
    expect(out.status).toBe(401);
    expect(JSON.stringify(out.data)).not.toContain('should stay behind');
    expect(await rowCounts()).toEqual(before);
    const sessions = await reader.event.count({ where: { name: 'session.opened' } });
    expect((await ask(action, path, { form, params: params(), as: three.people.ada })).status).toBe(404);
    const after = await rowCounts();
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(await reader.event.count({ where: { name: 'session.opened' } })).toBe(sessions + 1);
    expect(after.at(-1)! - before.at(-1)!).toBe(1);
  });
});

test('what is not there is not found', async () => {
  const as = three.people.chidi;
  expect((await ask(personAdded, '/hr/people/x/added', { as, params: { person: 'x' } })).status).toBe(404);
  expect((await ask(editDepartment, '/hr/departments/x', { as, params: { department: 'x' } })).status).toBe(
    404,
  );
  const form = { head: '', fromOn: '2026-01-01' };
  expect(
    (await ask(saveDepartment, '/hr/departments/x', { as, form, params: { department: 'x' } })).status,
  ).toBe(404);
});
