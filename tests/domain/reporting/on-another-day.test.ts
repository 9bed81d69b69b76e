import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { placePerson } from '#app/domain/people/staff/place-person.server.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from './three-departments.ts';
import { done, threeDepartments } from './three-departments.ts';

let database: TestDatabase;
let three: ThreeDepartments;

/** All of it years ago, so that no day of the test is today. */
async function longAgo(): Promise<void> {
  await transact(async (tx) => {
    const day = '2025-03-10';
    const { ada, lukasz } = three.people;
    await tx.publication.updateMany({ data: { publishedAt: new Date('2024-01-15T12:00:00Z') } });
    await tx.reading.updateMany({ data: { beganAt: new Date('2025-03-09T12:00:00Z') } });
    // Half past eleven at night in Warsaw.
    await tx.reading.updateMany({
      where: { personId: lukasz, documentId: three.courses.parcel.modules[0]!.documentId },
      data: { beganAt: new Date('2025-03-10T22:30:00Z') },
    });
    // Nobody may change a completion, and its certificate keeps it from being taken away.
    await tx.$executeRawUnsafe('DROP TRIGGER "completion_is_immutable"');
    await tx.completion.updateMany({
      where: { personId: { in: [ada, lukasz] } },
      data: { completedOn: day, completedAt: new Date(`${day}T12:00:00Z`) },
    });
  });
}

beforeAll(async () => {
  database = await openTestDatabase();
  three = await threeDepartments();
  await longAgo();
}, 60_000);

afterAll(() => database.close());

const on = async (day: string, more = '') => {
  const filters = readCompletionsFilters(new URLSearchParams(`on=${day}&${more}`));
  return readCompletions(reader, filters);
};
const lines = async (day: string, more = '') =>
  (await on(day, more)).rows.map(({ name, course, state }) => `${name}: ${course}, ${state}`);

describe('on a day gone by', () => {
  test('who has left since is in it, and who came later is not', async () => {
    expect((await lines('2024-12-31')).filter((line) => line.startsWith('Gone'))).toHaveLength(2);
    expect((await lines('2025-01-02')).filter((line) => line.startsWith('Gone'))).toHaveLength(0);
    expect(await lines('2024-01-31')).toEqual([]);
  });

  test('what was completed later is not completed yet, and what was that day is', async () => {
    expect(await lines('2025-03-08', 'q=kowalska')).toEqual([
      'Ada Kowalska: Everyone’s job, not-started',
      'Ada Kowalska: The parcel, not-started',
    ]);
    expect(await lines('2025-03-09', 'q=kowalska&course=parcel')).toEqual([
      'Ada Kowalska: The parcel, started',
    ]);
    const { rows, counts } = await on('2025-03-10', 'q=kowalska&course=parcel');
    expect(rows).toMatchObject([{ state: 'completed', completedOn: '2025-03-10', modulesDone: 1 }]);
    expect(counts).toEqual({ 'not-started': 0, started: 0, completed: 1, again: 0 });
  });

  test('the day ends where they work', async () => {
    expect(await lines('2025-03-10', 'q=żak&course=parcel')).toEqual(['Łukasz Żak: The parcel, started']);
    expect(await lines('2025-03-09', 'q=żak&course=parcel')).toEqual(['Łukasz Żak: The parcel, not-started']);
  });

  test('everybody is in the department of that day, in the tree of that day', async () => {
    const { people, departments, siteId } = three;
    const move = {
      personId: people.ada,
      departmentId: departments.sales,
      siteId,
      jobTitle: 'Seller',
      managerId: null,
      fromOn: '2025-04-01',
    };
    await done(transact((tx) => placePerson(tx, system, move)));
    const apart = { departmentId: departments.shipping, parentId: null, headId: null, fromOn: '2025-05-01' };
    await done(transact((tx) => placeDepartment(tx, system, apart)));
    const courses = async (day: string) =>
      (await on(day, 'q=kowalska')).rows.map(({ course, department }) => `${course}, ${department}`);
    expect(await courses('2025-03-31')).toEqual(['Everyone’s job, Shipping', 'The parcel, Shipping']);
    expect(await courses('2025-04-01')).toEqual(['Everyone’s job, Sales', 'The offer, Sales']);
    const below = async (day: string) =>
      (await on(day, `department=${departments.operations}`)).departments.map(({ name }) => name);
    expect(await below('2025-04-30')).toEqual(['Operations', 'Shipping']);
    expect(await below('2025-05-01')).toEqual(['Operations']);
  });

  test('nothing was meant for anybody before it was published', async () => {
    expect((await on('2024-02-02')).total).toBeGreaterThan(0);
    await transact((tx) =>
      tx.publication.updateMany({ data: { publishedAt: new Date('2025-01-01T12:00:00Z') } }),
    );
    expect((await on('2024-12-31')).total).toBe(0);
    expect((await on('2025-01-01')).total).toBeGreaterThan(0);
  });

  test('a day to come is taken for today', async () => {
    expect(await lines('2999-01-01')).toEqual(await lines(''));
  });
});

describe('the departments', () => {
  test('each holds those below it, and they add up to the whole', async () => {
    const { counts, departments } = await on('2025-03-10');
    const sum = departments.reduce((all, own) => all + own.counts.completed, 0);
    expect(departments.map(({ name, isItself }) => [name, isItself])).toEqual([
      ['Operations', false],
      ['Sales', false],
    ]);
    expect(sum).toBe(counts.completed);
    const operations = await on('2025-03-10', `department=${three.departments.operations}`);
    expect(operations.departments.map(({ name, isItself }) => [name, isItself])).toEqual([
      ['Operations', true],
      ['Shipping', false],
    ]);
    const parts = operations.departments.map(({ counts: own }) => own.started + own['not-started']);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(
      operations.counts.started + operations.counts['not-started'],
    );
  });
});
