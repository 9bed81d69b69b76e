import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { peopleFilters } from '#app/domain/people/directory/people-list.ts';
import { readPeople } from '#app/domain/reporting/people/people-list-reads.server.ts';
import { personHistory } from '#app/domain/people/history/person-history.ts';
import { readPersonPage, readWorkplaceOn } from '#app/domain/people/history/person-page-reads.server.ts';
import { dayAfter } from '#app/domain/people/iso-date.ts';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import { editPerson } from '#app/domain/people/staff/edit-person.server.ts';
import { placePerson } from '#app/domain/people/staff/place-person.server.ts';
import { reopenPerson } from '#app/domain/people/staff/reopen-person.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { departmentOf, done, hire } from '../../support/staff.ts';
import type { CompanyOfFour } from './company-of-four.ts';
import { companyOfFour, doing } from './company-of-four.ts';

let database: TestDatabase;
let four: CompanyOfFour;

beforeAll(async () => {
  database = await openTestDatabase();
  four = await companyOfFour();
});

afterAll(() => database.close());

const dayNumber = (number: number) =>
  new Date(Date.UTC(2024, 1, 1) + number * 86_400_000).toISOString().slice(0, 10);
const lastDay = 400;
const today = new Date('2026-05-15T12:00:00Z');

test('whatever moves there were, every day is as a simple model says', async () => {
  const targets = [...Object.values(four.departments), await departmentOf('Fourth')];
  const move = fc.record({ on: fc.nat(lastDay), to: fc.nat(targets.length - 1) });
  const story = fc.record({
    moves: fc.array(move, { maxLength: 8 }),
    left: fc.option(fc.integer({ min: 0, max: lastDay })),
  });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(story, async ({ moves, left }) => {
      number += 1;
      const personId = await hire({ name: `P${number}`, email: `p${number}@example.com`, ...four.place });
      const model: (string | null)[] = Array.from({ length: lastDay + 2 }, () => four.place.departmentId);
      const begun = new Set([0]);
      for (const { on, to } of moves) {
        const change = { ...four.place, departmentId: targets[to]!, personId, fromOn: dayNumber(on) };
        const moved = await doing(placePerson, system, change);
        if ('refused' in moved) {
          expect(moved.refused).toBe('nothing-changed');
          expect(model[on]).toBe(targets[to]);
          continue;
        }
        begun.add(on);
        const next = [...begun].filter((day) => day > on).toSorted((a, b) => a - b)[0] ?? model.length;
        model.fill(targets[to]!, on, next);
      }
      if (left !== null) {
        const closed = await underClock(today, () =>
          doing(closePerson, system, { personId, leftOn: dayNumber(left) }),
        );
        if ('refused' in closed) expect([...begun].some((day) => day > left)).toBe(true);
        else model.fill(null, left + 1);
      }
      for (let day = 0; day <= lastDay + 1; day += 1) {
        if (day % 7 !== 0 && !begun.has(day) && !begun.has(day + 1) && day !== left && day - 1 !== left)
          continue;
        const place = await readWorkplaceOn(reader, personId, dayNumber(day));
        expect(place?.departmentId ?? null, dayNumber(day)).toBe(model[day]);
      }
      expect(await readWorkplaceOn(reader, personId, '2024-01-31')).toBeNull();
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('who worked where on 31 March 2025, under which name', async () => {
  const { office, shipping } = four.departments;
  const { ada, ben, chidi } = four.people;
  await done(
    doing(placePerson, system, { ...four.place, departmentId: office, personId: ada, fromOn: '2025-04-01' }),
  );
  await underClock(new Date('2025-06-01T12:00:00Z'), () =>
    done(
      doing(editPerson, system, { personId: ada, name: 'Ada Lis', email: 'ada@example.com', language: 'en' }),
    ),
  );
  await done(doing(closePerson, system, { personId: ben, leftOn: '2025-03-30' }));
  await done(doing(reopenPerson, system, { ...four.place, personId: ben, hiredOn: '2026-01-01' }));
  const listed = async (more: object) => {
    const filters = peopleFilters.parse(more);
    const { rows, total } = await readPeople(
      reader,
      filters,
      await readDepartments(reader, filters.on || undefined),
    );
    return { total, rows: rows.filter(({ id }) => [ada, ben, chidi].includes(id)) };
  };
  const names = async (more: object) =>
    (await listed(more)).rows.map(({ name, department }) => `${name}, ${department}`);
  expect(await names({ on: '2025-03-31' })).toEqual(['Ada, Shipping', 'Chidi, Office']);
  expect(await names({ on: '2025-03-30' })).toEqual(['Ada, Shipping', 'Ben, Shipping', 'Chidi, Office']);
  expect(await names({ on: '2025-04-01' })).toEqual(['Ada, Office', 'Chidi, Office']);
  expect(await names({ on: '2025-06-01' })).toEqual(['Ada Lis, Office', 'Chidi, Office']);
  expect(await names({ on: '2025-03-31', department: shipping })).toEqual(['Ada, Shipping']);
  expect(await names({ on: '2025-03-31', who: 'left' })).toEqual(['Ben, Shipping']);
  expect(await names({ on: '2024-01-31', who: 'all' })).toEqual([]);
  const { rows } = await listed({ on: '2025-12-31', who: 'left' });
  expect(rows).toMatchObject([{ leftOn: '2025-03-30', startsOn: null }]);
  // A day that is none counts as none.
  expect(await names({ on: '2026-02-30' })).toEqual(await names({}));
});

test('a person’s page tells their history, newest first', async () => {
  const page = await readPersonPage(reader, four.people.ben);
  expect(page?.history.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    '2026-01-01 returned',
    '2025-03-30 left',
    '2024-02-01 hired',
  ]);
  expect(page?.stand).toBe('works-here');
  expect(await readPersonPage(reader, four.departments.office)).toBeNull();
});

test('what was renamed, headed and stood in for is in it', () => {
  const place = { departmentId: 'd', department: 'Shipping', site: 'Main', jobTitle: '', manager: null };
  const called = { name: 'Ada', email: null, employeeNumber: 'N-1' };
  const department = { departmentId: 'd', department: 'Shipping' };
  const history = personHistory({
    terms: [{ hiredOn: '2024-01-01', leftOn: null }],
    places: [
      { fromOn: '2024-01-01', ...place },
      { fromOn: '2024-05-01', ...place, jobTitle: 'Lead' },
    ],
    identities: [
      { fromOn: '2024-01-01', ...called },
      { fromOn: '2024-03-01', ...called, name: 'Ada Lis', email: 'a@example.com' },
    ],
    deputyships: [{ fromOn: '2024-04-01', untilOn: '2024-04-30', ...department }],
    headships: [
      { fromOn: '2023-01-01', ...department, isHead: false },
      { fromOn: '2024-06-01', ...department, isHead: true },
      { fromOn: '2024-07-01', ...department, isHead: true },
      { fromOn: '2024-08-01', ...department, isHead: false },
    ],
  });
  expect(history.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    '2024-08-01 head-no-more',
    '2024-06-01 head',
    '2024-05-01 moved',
    '2024-04-01 deputy',
    '2024-03-01 renamed',
    '2024-03-01 email',
    '2024-01-01 hired',
  ]);
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
});
