import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fold, searchKey } from '#app/domain/people/search-key.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { loader as csv } from '#app/routes/hr/completions/completions-csv.ts';
import { loader as page } from '#app/routes/hr/completions/completions.tsx';
import { loader as xlsx } from '#app/routes/hr/completions/completions-xlsx.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { ThreeDepartments } from '../../domain/reporting/three-departments.ts';
import { threeDepartments } from '../../domain/reporting/three-departments.ts';
import { ask, configureCookies } from '../ask.ts';

let database: TestDatabase;
let three: ThreeDepartments;

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  three = await threeDepartments();
}, 60_000);

beforeEach(() => transact((tx) => tx.accessRecord.deleteMany()));

afterAll(() => database.close());

async function download(query = '') {
  const { response } = await ask(xlsx, `/hr/completions.xlsx${query}`, { as: three.people.chidi });
  const bytes = new Uint8Array(await response!.arrayBuffer());
  const { sheets } = await readXlsx(bytes, { readFormulas: true } as object);
  return { headers: response!.headers, sheet: sheets[0]!, rows: sheets[0]!.rows };
}

/** The fields of lines without quotation marks. */
async function csvRows(query = '') {
  const { response } = await ask(csv, `/hr/completions.csv${query}`, { as: three.people.chidi });
  return (await response!.text())
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll(/"([^"]*)"/g, (_, text: string) => text.replaceAll(',', ';')).split(','));
}

test('is a workbook under the name of its day, and each download is written down', async () => {
  const { headers, sheet } = await download('?course=parcel');
  expect(headers.get('Content-Type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="completions-\d{4}-\d\d-\d\d\.xlsx"$/,
  );
  expect(sheet.freezePane).toMatchObject({ rows: 1 });
  expect(sheet.columns?.every((column) => (column.width ?? 0) >= 8)).toBe(true);
  expect(await reader.accessRecord.findMany()).toMatchObject([
    { personId: three.people.chidi, resource: 'completions.xlsx', query: '?course=parcel' },
  ]);
});

test.each(['', '?course=parcel', '?state=started', '?q=lukasz', '?on=2025-01-01'])(
  'holds the rows of the other file, numbers as numbers and days as days: %s',
  async (query) => {
    const { rows } = await download(query);
    const [header, ...records] = rows;
    const asText = records.map((record) =>
      header!.map((_, place) => {
        const cell = record[place] ?? '';
        return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).replaceAll(',', ';');
      }),
    );
    expect(asText).toEqual(await csvRows(query));
    for (const record of records) {
      expect(typeof record[8]).toBe('number');
      for (const day of [record[10], record[11]]) expect(day === null || day instanceof Date).toBe(true);
    }
  },
);

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
  'a name that is %s is a text',
  async (name) => {
    const data = { name, sortKey: fold(name), searchKey: searchKey(name) };
    await transact((tx) => tx.person.update({ where: { id: three.people.canary }, data }));
    const { rows, sheet } = await download(`?department=${three.departments.sales}`);
    expect(rows[1]![0]).toBe(name);
    const formulas = [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
    expect(formulas).toEqual([]);
  },
);

describe('of another day', () => {
  test('both files are named after it', async () => {
    const { headers } = await download('?on=2025-01-01');
    expect(headers.get('Content-Disposition')).toContain('completions-2025-01-01.xlsx');
  });

  test('which is still to come, there is none: the page says so', async () => {
    for (const loader of [csv, xlsx]) {
      const answer = await ask(loader, '/hr/completions.xlsx?on=2999-01-01', { as: three.people.chidi });
      expect([answer.status, answer.location]).toEqual([302, '/hr/completions?on=2999-01-01']);
    }
    expect(await reader.accessRecord.count()).toBe(0);
    const { data } = await ask(page, '/hr/completions?on=2999-01-01', { as: three.people.chidi });
    expect(data).toMatchObject({ past: null, filters: { on: '' } });
    expect((data as { future: string }).future).toContain('2999');
  });

  test.each(['2026-02-30', 'yesterday', '2025-1-1', '2025-01-01T00:00', ''])('%j is no day', async (on) => {
    const { data } = await ask(page, `/hr/completions?on=${on}`, { as: three.people.chidi });
    expect(data).toMatchObject({ past: null, future: null, filters: { on: '' } });
  });
});

test('whoever may not has none, and nothing is written down', async () => {
  expect((await ask(xlsx, '/hr/completions.xlsx', { as: three.people.farah })).status).toBe(404);
  const head = await ask(xlsx, '/hr/completions.xlsx', { as: three.people.chidi, method: 'HEAD' });
  expect([head.status, head.response?.body]).toEqual([200, null]);
  expect(await reader.accessRecord.count()).toBe(0);
});
