import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fold, searchKey } from '#app/domain/people/search-key.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { loader as csv } from '#app/routes/hr/completions/completions-csv.ts';
import { loader as page } from '#app/routes/hr/completions/completions.tsx';
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

/** Fields of a file with quotes around what needs them. */
function parse(text: string): string[][] {
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\n)/gy;
  const records: string[][] = [[]];
  for (const [, raw, end] of text.matchAll(cell)) {
    records.at(-1)!.push(raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!);
    if (end === '\n') records.push([]);
  }
  return records.slice(0, -1);
}

async function download(query = '') {
  const { response } = await ask(csv, `/hr/completions.csv${query}`, { as: three.people.chidi });
  const bytes = new Uint8Array(await response!.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { headers: response!.headers, text, records: parse(text.slice(1)) };
}

async function rename(personId: string, name: string): Promise<void> {
  const data = { name, sortKey: fold(name), searchKey: searchKey(name) };
  await transact((tx) => tx.person.update({ where: { id: personId }, data }));
}

test('is a file with a byte order mark, a header row and dates as ISO writes them', async () => {
  const { headers, text, records } = await download();
  expect(text.codePointAt(0)).toBe(0xfeff);
  expect(text.slice(1)).not.toContain('\uFEFF');
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="completions-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(records).toHaveLength(11);
  expect(new Set(records.map((record) => record.length))).toEqual(new Set([records[0]!.length]));
  const ada = records[1]!;
  expect(ada.slice(0, 10)).toEqual([
    'Ada Kowalska',
    'N-ADA',
    'ada at work',
    'Shipping',
    'Operations / Shipping',
    'Gdańsk',
    'Everyone’s job',
    'completed',
    '2',
    '2',
  ]);
  expect(ada[11]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(ada[12]).toBe('1, 3');
});

test.each(['', '?course=parcel', '?state=started', '?q=lukasz', '?course=everyone&state=not-started&q=a'])(
  'holds what the page shows: %s',
  async (query) => {
    const shown = (await ask(page, `/hr/completions${query}`, { as: three.people.chidi })).data as {
      rows: { name: string; course: string }[];
      csv: string;
    };
    expect(shown.csv).toBe(`/hr/completions.csv${query}`);
    const { records } = await download(query);
    expect(records.slice(1).map((record) => `${record[0]} ${record[6]}`)).toEqual(
      shown.rows.map(({ name, course }) => `${name} ${course}`),
    );
  },
);

test.each(['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\n=', ' ='])(
  'a name that begins with %j is no formula',
  async (starter) => {
    const name = `${starter}cmd|' /C calc'!A0`;
    await rename(three.people.canary, name);
    const { records } = await download(`?department=${three.departments.sales}`);
    expect(records[1]![0]).toBe(`'${name}`);
    await rename(three.people.canary, 'Canary Żółta');
  },
);

test('each download is written down once, with its filters, before it begins', async () => {
  const query = '?course=parcel&state=started';
  const { response } = await ask(csv, `/hr/completions.csv${query}`, { as: three.people.chidi });
  const kept = await reader.accessRecord.findMany();
  expect(kept).toMatchObject([{ personId: three.people.chidi, resource: 'completions.csv', query }]);
  await response!.text();
  expect(await reader.accessRecord.count()).toBe(1);
});

test('looking at the headers alone, or not being allowed to, is no download', async () => {
  const head = await ask(csv, '/hr/completions.csv', { as: three.people.chidi, method: 'HEAD' });
  expect([head.status, head.response?.body]).toEqual([200, null]);
  await ask(csv, '/hr/completions.csv', { as: three.people.farah });
  await ask(csv, '/hr/completions.csv');
  expect(await reader.accessRecord.count()).toBe(0);
});

test('more than one batch comes whole, and can be broken off', async () => {
  const { siteId, departments } = three;
  await transact(async (tx) => {
    for (let number = 0; number < 320; number += 1) {
      const id = `crowd-${number}`;
      const name = `Crowd ${number % 7}`;
      const keys = { searchKey: fold(name), sortKey: fold(name) };
      await tx.person.create({
        data: { id, name, employeeNumber: id, language: 'en', createdAt: new Date(), ...keys },
      });
      await tx.employment.create({ data: { id, personId: id, hiredOn: '2024-01-01' } });
      const place = { fromOn: '2024-01-01', departmentId: departments.shipping, siteId, jobTitle: '' };
      await tx.placement.create({ data: { id, personId: id, ...place } });
    }
  });
  const { records } = await download();
  expect(records).toHaveLength(1 + 10 + 640);
  expect(new Set(records.map(([, number, , , , , course]) => `${number} ${course}`)).size).toBe(651);
  const { response } = await ask(csv, '/hr/completions.csv', { as: three.people.chidi });
  const stream = response!.body!.getReader();
  await stream.read();
  await stream.cancel();
}, 30_000);
