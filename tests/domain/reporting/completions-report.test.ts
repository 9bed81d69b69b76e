import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import type { CompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { completionsQuery, readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import {
  countByCourse,
  eachCompletions,
  readCompletions,
} from '#app/domain/reporting/completions-report-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from './three-departments.ts';
import { done, threeDepartments } from './three-departments.ts';

let database: TestDatabase;
let three: ThreeDepartments;

beforeAll(async () => {
  database = await openTestDatabase();
  three = await threeDepartments();
}, 60_000);

afterAll(() => database.close());

const filters = (query = '') => readCompletionsFilters(new URLSearchParams(query));

const lines = async (query: string) =>
  (await readCompletions(reader, filters(query))).rows.map(({ name, course }) => `${name}: ${course}`);

async function everyRow(wanted: CompletionsFilters): Promise<string[]> {
  const rows: string[] = [];
  for await (const batch of eachCompletions(reader, wanted)) {
    rows.push(...batch.map(({ personId, courseId }) => `${personId} ${courseId}`));
  }
  return rows;
}

describe('whose rows', () => {
  test('one for each person who works here and each course that is meant for them', async () => {
    expect(await lines('')).toEqual([
      'Ada Kowalska: Everyone’s job',
      'Ada Kowalska: The parcel',
      'Ben Nowicki: Everyone’s job',
      'Ben Nowicki: The parcel',
      'Canary Żółta: Everyone’s job',
      'Canary Żółta: The offer',
      'Chidi Okafor: Everyone’s job',
      'Farah Aziz: Everyone’s job',
      'Łukasz Żak: Everyone’s job',
      'Łukasz Żak: The parcel',
    ]);
  });

  test('the counts by state add up to the rows', async () => {
    const { counts, total } = await readCompletions(reader, filters());
    expect(counts).toEqual({ completed: 2, started: 2, 'not-started': 6, again: 0 });
    expect(total).toBe(10);
  });

  test('by course', async () => {
    const counted = await countByCourse(reader);
    expect(
      counted.map(({ slug, counts }) => [slug, counts.completed, counts.started, counts['not-started']]),
    ).toEqual([
      ['everyone', 1, 1, 4],
      ['offer', 0, 0, 1],
      ['parcel', 1, 1, 1],
    ]);
  });
});

describe('a row', () => {
  test('says what was done, when, and on which editions', async () => {
    const today = dateIn('Europe/Warsaw');
    const { rows } = await readCompletions(reader, filters('q=kowalska&course=everyone'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      name: 'Ada Kowalska',
      employeeNumber: 'N-ADA',
      department: 'Shipping',
      site: 'Gdańsk',
      state: 'completed',
      modulesDone: 2,
      modulesTotal: 2,
      begunOn: today,
      completedOn: today,
      editions: [1, 3],
      sources: ['self'],
    });
  });

  test('of somebody who has begun has no day of completion', async () => {
    const { rows } = await readCompletions(reader, filters('q=żak'));
    expect(rows.map(({ state, modulesDone, completedOn }) => [state, modulesDone, completedOn])).toEqual([
      ['started', 1, null],
      ['started', 0, null],
    ]);
  });
});

describe('filters', () => {
  test('a department brings those below it', async () => {
    const { operations, shipping } = three.departments;
    expect((await readCompletions(reader, filters(`department=${operations}`))).total).toBe(8);
    expect((await readCompletions(reader, filters(`department=${shipping}`))).total).toBe(6);
  });

  test('course and state', async () => {
    expect(await lines('course=parcel&state=started')).toEqual(['Łukasz Żak: The parcel']);
    expect(await lines('course=parcel&state=not-started')).toEqual(['Ben Nowicki: The parcel']);
  });

  test('the counts are of the other filters, so that one can go from state to state', async () => {
    const { counts, total } = await readCompletions(reader, filters('course=parcel&state=started'));
    expect(counts).toEqual({ completed: 1, started: 1, 'not-started': 1, again: 0 });
    expect(total).toBe(1);
  });

  test.each(['lukasz', 'Łukasz', 'ŻAK łuk', 'zak', 'n-lukasz', 'lukasz@example.com'])(
    '%s finds Łukasz',
    async (q) => {
      const rows = await lines(`q=${encodeURIComponent(q)}`);
      expect(rows).toEqual(['Łukasz Żak: Everyone’s job', 'Łukasz Żak: The parcel']);
    },
  );

  test.each(['%', '_', '"', "'", '*'])('%s is a letter like any other', async (q) => {
    expect(await lines(`q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  test('what is not understood counts as not said', async () => {
    const nonsense = 'department=x&course=y&state=z&sort=w&direction=v&page=-3&other=1';
    expect((await readCompletions(reader, filters(nonsense))).total).toBe(10);
    expect(filters(nonsense)).toMatchObject({ state: '', sort: 'name', direction: 'asc', page: 1 });
  });

  test('go into an address and come back', () => {
    const wanted = filters('q=a+b&state=started&sort=completed&direction=desc&page=4');
    expect(filters(completionsQuery(wanted, { page: 4 }).slice(1))).toEqual(wanted);
    expect(completionsQuery(wanted)).not.toContain('page');
    expect(completionsQuery(filters())).toBe('');
  });
});

describe('sorting', () => {
  test('by name the other way round', async () => {
    expect((await lines('direction=desc'))[0]).toBe('Łukasz Żak: Everyone’s job');
  });

  test('by department, then by name', async () => {
    const { rows } = await readCompletions(reader, filters('sort=department'));
    expect([...new Set(rows.map(({ department }) => department))]).toEqual([
      'Operations',
      'Sales',
      'Shipping',
    ]);
  });

  test('by state, and by the day of completion with the open ones last', async () => {
    const byState = await readCompletions(reader, filters('sort=state&direction=desc'));
    expect(byState.rows.slice(0, 4).map(({ state }) => state)).toEqual([
      'completed',
      'completed',
      'started',
      'started',
    ]);
    for (const direction of ['asc', 'desc']) {
      const { rows } = await readCompletions(reader, filters(`sort=completed&direction=${direction}`));
      expect(rows.slice(0, 3).map(({ completedOn }) => completedOn === null)).toEqual([false, false, true]);
    }
  });
});

describe('many', () => {
  beforeAll(async () => {
    const { siteId, departments } = three;
    await transact(async (tx) => {
      for (let number = 0; number < 300; number += 1) {
        // Many of one name: only their ids tell them apart.
        const person = {
          name: `Twin ${number % 3}`,
          employeeNumber: `T${number}`,
          language: 'en',
          jobTitle: '',
        };
        const place = { departmentId: departments.shipping, siteId, hiredOn: '2024-03-01' };
        await done(addPerson(tx, system, { ...person, ...place }));
      }
    });
  }, 60_000);

  test.each(['name', 'department', 'course', 'state', 'completed'])(
    'pages sorted by %s lose and repeat nobody',
    async (sort) => {
      const seen: string[] = [];
      const { total } = await readCompletions(reader, filters());
      for (let page = 1; page <= Math.ceil(total / 50); page += 1) {
        const { rows } = await readCompletions(reader, filters(`sort=${sort}&page=${page}`));
        seen.push(...rows.map(({ personId, courseId }) => `${personId} ${courseId}`));
      }
      expect(seen).toHaveLength(610);
      expect(new Set(seen).size).toBe(610);
    },
  );

  test('a page beyond the last is the last', async () => {
    const { page, rows } = await readCompletions(reader, filters('page=999'));
    expect([page, rows.length]).toEqual([13, 10]);
  });

  test('the batches are the pages, one after another', async () => {
    const all = await everyRow(filters());
    expect(new Set(all).size).toBe(610);
    const first = await readCompletions(reader, filters());
    expect(all.slice(0, 50)).toEqual(first.rows.map(({ personId, courseId }) => `${personId} ${courseId}`));
    const some = filters('course=parcel&state=not-started&q=twin');
    expect(await everyRow(some)).toHaveLength((await readCompletions(reader, some)).total);
  });
});
