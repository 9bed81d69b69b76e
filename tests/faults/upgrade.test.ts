import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sessionByToken } from '#app/domain/access/sessions/session-reads.server.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { closeDatabase, openDatabase, reader } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { liveInTheFirstRelease, tokenOf } from './first-release/company.ts';

type Row = Record<string, unknown>;

let folder: string;
let file: string;
const size = { people: 40, events: 300 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-upgrade-'));
  file = join(folder, 'everyhand.db');
  liveInTheFirstRelease(folder, size);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function onFile<T>(work: (db: Database.Database) => T, path = file): T {
  const db = new Database(path, { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const tablesOf = (db: Database.Database) =>
  db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all() as string[];

/** Every row of every table, with its columns by name. */
const contents = (path = file): Record<string, Row[]> =>
  onFile(
    (db) =>
      Object.fromEntries(
        tablesOf(db).map((table) => [
          table,
          db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all() as Row[],
        ]),
      ),
    path,
  );

/** As much of the rows as there was before: columns that have come since are left out. */
function asBefore(before: Record<string, Row[]>, after: Record<string, Row[]>): Record<string, Row[]> {
  const known = Object.entries(before).map(([table, rows]) => {
    const columns = Object.keys(rows[0]!);
    const reduced = after[table]?.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
    return [table, reduced ?? []] as const;
  });
  return Object.fromEntries(known);
}

const upgrade = () => prepareDatabase(file, 'prisma', join(folder, 'backups'));

/** Somebody looks at it on a day of that release. */
async function looking<T>(work: () => Promise<T>): Promise<T> {
  await openDatabase(file);
  try {
    return await underClock(new Date('2026-03-10T10:00:00Z'), work);
  } finally {
    await closeDatabase();
  }
}

test('what it starts from has rows in every table of the first release', () => {
  const empty = Object.entries(contents()).filter(([, rows]) => rows.length === 0);
  expect(empty).toEqual([]);
  expect(Object.keys(contents())).toHaveLength(25);
});

describe('a company that lived in the first release', () => {
  test('comes up to date with every row as it was', () => {
    const before = contents();
    expect(upgrade().length).toBeGreaterThan(0);
    const after = contents();
    for (const [table, rows] of Object.entries(before)) expect(after[table], table).toHaveLength(rows.length);
    expect(asBefore(before, after)).toEqual(before);
    onFile((db) => {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
    });
    expect(upgrade(), 'and the next start has nothing to do').toEqual([]);
  });

  test('is copied before, whole, and the copy comes up to date as well', () => {
    const before = contents();
    upgrade();
    const [copy = '', ...more] = readdirSync(join(folder, 'backups'));
    expect(more).toEqual([]);
    const copied = join(folder, 'backups', copy);
    expect(contents(copied)).toEqual(before);
    prepareDatabase(copied, 'prisma', join(folder, 'more-backups'));
    expect(contents(copied)).toEqual(contents());
  });

  test('keeps its chain of events, those without their facts as well', async () => {
    upgrade();
    const chain = await looking(() => checkChain(reader));
    expect(chain).toMatchObject({ intact: true, length: size.events });
  });

  test('keeps people signed in, with the rights they had, but those who may see much', async () => {
    upgrade();
    const actors = await looking(() =>
      Promise.all(
        [0, 1, 2, 3, 4].map(async (number) => (await sessionByToken(reader, tokenOf(number)))?.actor),
      ),
    );
    const [learner, head, hr, gone, unemployed] = actors;
    expect(learner).toMatchObject({ id: 'person-0', departmentId: 'department-0', roles: [], headOf: [] });
    expect(head).toMatchObject({
      function: 'shipping',
      headOf: ['department-1'],
      siteTimeZone: 'America/Sao_Paulo',
    });
    expect([hr, gone, unemployed]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the histories that it did not have yet', () => {
  beforeEach(() => void upgrade());

  test('of people begin with their first day, or when they were put down', async () => {
    const after = contents();
    const expected = after.Person!.map(({ id, name, email, employeeNumber }) => {
      const days = after
        .Employment!.filter(({ personId }) => personId === id)
        .map(({ hiredOn }) => String(hiredOn));
      return { id, personId: id, fromOn: days.toSorted()[0] ?? '2024-01-02', name, email, employeeNumber };
    });
    expect(after.Identity).toEqual(expected);
    const of = (id: string) => after.Identity!.find(({ personId }) => personId === id)?.fromOn;
    expect([of('person-0'), of('person-4')]).toEqual(['2023-05-01', '2024-01-02']);
  });

  test('of departments begin with their first place, or when they were made', () => {
    const terms = contents().DepartmentTerms!.map(({ departmentId, fromOn, name, function: does }) => [
      departmentId,
      fromOn,
      name,
      does,
    ]);
    expect(terms).toEqual([
      ['department-0', '2024-01-15', 'Everything', null],
      ['department-1', '2023-01-01', 'Shipping', 'shipping'],
      ['department-2', '2024-01-01', 'Sales', 'sales'],
      ['department-3', '2025-10-01', 'Without a place', null],
    ]);
  });

  test('of sites begin with the first who worked there, or when they were made', () => {
    const terms = contents().SiteTerms!.map(({ id: _id, ...rest }) => Object.values(rest));
    expect(terms).toEqual([
      ['site-0', '2024-01-15', 'Gdańsk', 'Europe/Warsaw', 'a4', '6,7', 0],
      ['site-1', '2024-02-15', 'São Paulo', 'America/Sao_Paulo', 'a4', '7', 0],
      ['site-2', '2025-11-30', 'Not used yet', 'UTC', 'letter', '6,7', 0],
    ]);
  });
});
