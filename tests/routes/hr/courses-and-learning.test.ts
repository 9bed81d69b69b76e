import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonLearning } from '#app/domain/reporting/people/person-learning.ts';
import { loader as course } from '#app/routes/hr/courses/course.tsx';
import { loader as courses } from '#app/routes/hr/courses/courses.tsx';
import { loader as person } from '#app/routes/hr/people/person/person.tsx';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { ask, configureCookies } from '../ask.ts';

let database: TestDatabase;
let company: CanaryCompany;

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  configureCookies();
}, 60_000);

afterAll(() => database.close());

const learningOf = async (as: string, id: string, query = '') => {
  const { data } = await ask(person, `/hr/people/${id}${query}`, { as, params: { person: id } });
  return (data as { learning: PersonLearning | null }).learning;
};

describe('the page of a person', () => {
  test('tells HR every course, completion and try, and no answer and no promise', async () => {
    const { hr, employee } = company.people;
    const learning = await learningOf(hr, employee);
    expect(learning!.courses.length).toBeGreaterThan(0);
    const text = JSON.stringify(learning);
    expect(text).not.toContain('promise');
    expect(text).not.toContain('answers');
    expect(text).not.toMatch(/"score":[^n]/);
  });

  test('tells who looks after the program nothing of it', async () => {
    expect(await learningOf(company.people.admin, company.people.employee)).toBeNull();
  });

  test('of a day before they came has no course', async () => {
    const learning = await learningOf(company.people.hr, company.people.employee, '?on=2020-01-01');
    expect(learning).toMatchObject({ courses: [], completions: [], tries: [] });
  });
});

describe('the page of a course', () => {
  const at = (as: string, slug: string, query = '') =>
    ask(course, `/hr/courses/${slug}${query}`, { as, params: { course: slug } });

  test('tells HR how far people are, and an editor nothing of it', async () => {
    const { hr, editor } = company.people;
    expect((await at(hr, 'common')).data).toMatchObject({ title: 'Everyone' });
    const forHr = (await at(hr, 'common')).data as { standing: { modules: unknown[] }; modules: unknown[] };
    expect(forHr.standing.modules).toHaveLength(4);
    const forEditor = (await at(editor, 'common')).data as { standing: null; modules: unknown[] };
    expect(forEditor.standing).toBeNull();
    expect(forEditor.modules).toEqual(forHr.modules);
    const list = (await ask(courses, '/hr/courses', { as: editor })).data as {
      rows: null;
      titles: unknown[];
    };
    expect(list.rows).toBeNull();
    expect(list.titles).toHaveLength(4);
  });

  test('that is not there is not found, nor is one for whoever may not look', async () => {
    const { hr, employee, head, admin } = company.people;
    expect((await at(hr, 'nothing')).status).toBe(404);
    for (const who of [employee, head, admin]) expect((await at(who, 'common')).status).toBe(404);
  });

  test('takes a department that is not there for none', async () => {
    const whole = (await at(company.people.hr, 'common')).data;
    expect((await at(company.people.hr, 'common', '?department=none')).data).toEqual(whole);
  });
});
