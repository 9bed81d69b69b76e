import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reader } from '#app/platform/db/database.server.ts';
import { action as closeDepartment } from '#app/routes/hr/departments/close-department.tsx';
import { action as endDeputy } from '#app/routes/hr/departments/deputies/end-deputy.tsx';
import { action as newDeputy } from '#app/routes/hr/departments/deputies/new-deputy.tsx';
import { action as editDepartment } from '#app/routes/hr/departments/edit-department.tsx';
import { action as placeDepartment } from '#app/routes/hr/departments/place-department.tsx';
import { action as reopenDepartment } from '#app/routes/hr/departments/reopen-department.tsx';
import { action as closePerson } from '#app/routes/hr/people/person/close-person.tsx';
import { action as editPerson } from '#app/routes/hr/people/person/edit-person.tsx';
import { action as retainPerson } from '#app/routes/hr/people/person/retain-person.tsx';
import { action as movePerson } from '#app/routes/hr/people/place/move-person.tsx';
import { action as reopenPerson } from '#app/routes/hr/people/place/reopen-person.tsx';
import { action as closeSite } from '#app/routes/hr/sites/close-site.tsx';
import { action as addHoliday } from '#app/routes/hr/sites/holidays.tsx';
import { action as newSite } from '#app/routes/hr/sites/new-site.tsx';
import { action as removeHoliday } from '#app/routes/hr/sites/remove-holiday.tsx';
import { action as reopenSite } from '#app/routes/hr/sites/reopen-site.tsx';
import { action as editSite } from '#app/routes/hr/sites/site.tsx';
import type { CanaryCompany } from '../../support/canary-company.ts';
import { canaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { ask, configureCookies, replyOf } from '../ask.ts';

let database: TestDatabase;
let company: CanaryCompany;
let params: Record<string, string>;

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
}, 60_000);

beforeEach(() => {
  const { canaryIds, officeId, deputyshipId, siteId, holidayId } = company;
  params = {
    person: canaryIds.sales!,
    department: officeId,
    deputyship: deputyshipId,
    site: siteId,
    holiday: holidayId,
  };
});

afterAll(() => database.close());

type Action = (args: never) => unknown;
type Form = Record<string, string | string[]>;

const place = () => ({
  fromOn: '2025-05-01',
  departmentId: company.officeId,
  siteId: company.siteId,
  jobTitle: 'Clerk',
  manager: '',
});
const site = { name: 'Another', timeZone: 'Asia/Tokyo', paper: 'a4', daysOff: ['6', '7'] };

const forms: Record<string, { action: Action; sound: () => Form }> = {
  'a name': {
    action: editPerson,
    sound: () => ({ name: 'Kim', email: 'kim@example.com', employeeNumber: 'K-1', language: 'en' }),
  },
  'a move': { action: movePerson, sound: place },
  'a last day': { action: closePerson, sound: () => ({ on: '2999-01-31' }) },
  'staying after all': { action: retainPerson, sound: () => ({}) },
  'coming back': { action: reopenPerson, sound: () => ({ ...place(), fromOn: '2999-06-01' }) },
  'a department’s name': { action: editDepartment, sound: () => ({ name: 'Bureau', function: 'office' }) },
  'a department’s place': {
    action: placeDepartment,
    sound: () => ({ parentId: company.departmentIds.sales!, head: '', fromOn: '2025-01-01' }),
  },
  'a department’s end': { action: closeDepartment, sound: () => ({ on: '2999-01-01' }) },
  'a department’s return': { action: reopenDepartment, sound: () => ({ on: '2999-02-01' }) },
  'a deputy': {
    action: newDeputy,
    sound: () => ({ deputy: 'emma-employee@example.com', fromOn: '2998-01-01', untilOn: '2998-02-01' }),
  },
  'a deputy’s end': { action: endDeputy, sound: () => ({ on: '2999-06-01' }) },
  'a site': { action: newSite, sound: () => site },
  'a site’s terms': { action: editSite, sound: () => ({ ...site, name: 'Main two' }) },
  'a site’s end': { action: closeSite, sound: () => ({}) },
  'a site’s return': { action: reopenSite, sound: () => ({}) },
  'a holiday': { action: addHoliday, sound: () => ({ day: '2998-12-25', name: 'Christmas' }) },
  'a holiday’s end': { action: removeHoliday, sound: () => ({}) },
};

/** Asking opens a session, and that is an event. */
const hashes = () => tableHashes(database.folder, ['Session', 'Event', 'sqlite_sequence']);

async function refused(action: Action, form: Form, as = company.people.hr) {
  const before = hashes();
  const answer = await ask(action, '/hr/x', { as, form, params });
  expect([answer.status, form]).toEqual([422, form]);
  expect(hashes()).toEqual(before);
  return replyOf(answer);
}

describe.each(Object.entries(forms))('the form for %s', (_what, { action, sound }) => {
  test.each(['role', 'roles', 'id', 'personId', 'createdAt', 'leftOn', 'hiredOn', 'searchKey', 'closed'])(
    'takes no %s, and changes no row',
    async (name) => {
      const { errors } = await refused(action, { ...sound(), [name]: 'admin' });
      expect(Object.values(errors).flat().length).toBeGreaterThan(0);
    },
  );

  test('takes no list and no object where a word belongs, and changes no row', async () => {
    for (const name of Object.keys(sound()).filter((field) => field !== 'daysOff')) {
      const { [name]: sent, ...rest } = sound();
      const value = String(sent || 'x');
      await refused(action, { ...rest, [name]: ['x', value] });
      await refused(action, { ...rest, [`${name}.contains`]: value });
      await refused(action, { ...rest, [`${name}[0]`]: value });
    }
  });

  test('takes no day that there is not', async () => {
    for (const name of Object.keys(sound()).filter((field) => /^(on|fromOn|untilOn|day)$/.test(field))) {
      for (const day of ['2026-02-30', '2025-02-29', '2026-13-01', '30.06.2026', '2026-6-1', '']) {
        const { errors } = await refused(action, { ...sound(), [name]: day });
        expect(errors[name]?.[0]).toMatch(/^(Give the day|This is not a date)/);
      }
    }
  });
});

describe('what is refused is said where it belongs', () => {
  test.each<[string, string, Form, string]>([
    ['a name', 'somebody’s address', { email: 'EMMA-EMPLOYEE@example.com' }, 'email'],
    ['a name', 'somebody’s number', { employeeNumber: 'canaryfinancenumber' }, 'employeeNumber'],
    ['a name', 'no way to sign in', { email: '', employeeNumber: '' }, 'email'],
    ['a name', 'a language there is not', { language: 'english!' }, 'language'],
    ['a move', 'a day before the hiring', { fromOn: '2020-01-01' }, 'fromOn'],
    ['a move', 'a manager who is nobody', { manager: 'nobody' }, 'manager'],
    ['a move', 'a manager who is themselves', { manager: 'canarysalesnumber' }, 'manager'],
    ['a move', 'an unknown department', { departmentId: 'x' }, 'departmentId'],
    ['a last day', 'one before the first', { on: '2024-01-01' }, 'on'],
    ['coming back', 'a day on which they are here', { fromOn: '2025-01-01' }, 'fromOn'],
    ['a department’s place', 'itself above it', { parentId: 'self' }, 'parentId'],
    ['a deputy', 'nobody', { deputy: 'nobody@example.com' }, 'deputy'],
    ['a deputy', 'an end before the beginning', { untilOn: '2997-01-01' }, 'untilOn'],
    ['a site', 'a zone there is not', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a site', 'a name that is taken', { name: 'Main' }, 'name'],
    ['a site', 'an eighth day of the week', { daysOff: ['8'] }, 'daysOff[0]'],
    ['a holiday', 'a day that has one', { day: '2999-12-25' }, 'day'],
  ])('%s: %s', async (what, _why, change, field) => {
    const { action, sound } = forms[what]!;
    const form = { ...sound(), ...change };
    if (form.parentId === 'self') form.parentId = company.officeId;
    const { errors } = await refused(action, form);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]?.[0]).toMatch(/^[A-Z].*\./);
  });

  test.each<[string, Form]>([
    ['a name', { email: 'mine@example.com' }],
    ['a last day', {}],
  ])('HR does not do %s for an admin', async (what, change) => {
    params.person = company.people.admin;
    const { action, sound } = forms[what]!;
    const { errors } = await refused(action, { ...sound(), ...change });
    expect(errors['']?.[0]).toContain('role that you cannot give');
  });

  test('nobody closes themselves', async () => {
    params.person = company.people.admin;
    const { action, sound } = forms['a last day']!;
    const { errors } = await refused(action, sound(), company.people.admin);
    expect(errors['']?.[0]).toContain('for themselves');
  });
});

test('each of them, as it should be, is done and leads to where it shows', async () => {
  const done = ['a name', 'a move', 'a last day', 'staying after all', 'a department’s name', 'a deputy'];
  for (const what of [
    ...done,
    'a site',
    'a site’s terms',
    'a holiday',
    'a holiday’s end',
    'a deputy’s end',
  ]) {
    const { action, sound } = forms[what]!;
    const answer = await ask(action, '/hr/x', { as: company.people.hr, form: sound(), params });
    expect([what, answer.status]).toEqual([what, 303]);
    expect(answer.location).toMatch(/^\/hr\/(people|departments|sites)/);
  }
  const person = await reader.person.findUniqueOrThrow({
    where: { id: company.canaryIds.sales! },
    include: { employments: true, placements: true },
  });
  expect(person).toMatchObject({ name: 'Kim', email: 'kim@example.com', employments: [{ leftOn: null }] });
  expect(person.placements).toHaveLength(2);
});
