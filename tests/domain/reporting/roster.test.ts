import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import type { Library } from '#app/domain/publishing/library.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { eachCompletions, readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { countPeopleToday } from '#app/domain/reporting/people/people-counts-reads.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { moduleSource, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { departmentOf, foundTestCompany } from '../../support/staff.ts';

/** Of the year 2026, in which the histories take place; published before them. */
const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
const days = 60;
const today = new Date('2026-06-01T12:00:00Z');
const published = new Date('2025-06-01T12:00:00Z');
const materialOn = 30;

let database: TestDatabase;
let siteId: string;
let departments: string[];
let library: Library;
let versions: { id: string; documentId: string; number: number }[];
let made = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  siteId = await underClock(published, () => foundTestCompany());
  departments = [await departmentOf('Office'), await departmentOf('Shipping', 'shipping')];
  const modules = {
    one: moduleSource({ title: 'One', parts: ['Plain words.'] }),
    two: moduleSource({ title: 'Two', parts: ['Plain words.'] }),
  };
  const courses = [
    { slug: 'all', title: 'All', audience: 'everyone', modules },
    { slug: 'parcel', title: 'Parcel', audience: '[shipping]', modules: { only: modules.one } },
  ];
  const folder = join(database.folder, 'content');
  await underClock(published, () => importContent(system, writeContent(folder, courses)));
  const again = modules.two.replace('pass: 80', 'pass: 80\nchange: material').replace('Plain', 'Other');
  const changed = [{ ...courses[0]!, modules: { ...modules, two: again } }, courses[1]!];
  const at = new Date(`${dayOf(materialOn)}T12:00:00Z`);
  await underClock(at, () => importContent(system, writeContent(folder, changed)));
  library = await readLibrary(reader);
  versions = await reader.version.findMany({ select: { id: true, documentId: true, number: true } });
}, 60_000);

afterAll(() => database.close());

type Deed = { kind: 'hire' | 'leave' | 'move' | 'unmove' | 'begin' | 'complete' | 'rename' | 'forget' } & {
  who: number;
  day: number;
  what: number;
};

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(
    'hire',
    'leave',
    'move',
    'unmove',
    'begin',
    'complete',
    'complete',
    'rename',
    'forget',
  ),
  who: fc.nat(3),
  day: fc.nat(days - 1),
  what: fc.nat(20),
});

/** Written past all verbs: whatever changes a row has to be noticed. */
async function doIt(tx: Tx, { kind, who, day, what }: Deed, run: number): Promise<void> {
  const personId = `R${run}P${who}`;
  const on = dayOf(day);
  const at = new Date(`${on}T12:00:00Z`);
  made += 1;
  const id = `R${run}-${made}`;
  if (kind === 'hire') {
    if (await tx.person.findUnique({ where: { id: personId } })) return;
    const key = `run${run} p${what}`;
    const person = { id: personId, name: key, employeeNumber: personId, language: 'en', createdAt: at };
    await tx.person.create({ data: { ...person, searchKey: key, sortKey: key } });
    await tx.employment.create({ data: { id, personId, hiredOn: on } });
    const place = { departmentId: departments[what % 2]!, siteId, jobTitle: '' };
    await tx.placement.create({ data: { id, personId, fromOn: on, ...place } });
    return;
  }
  if (!(await tx.person.findUnique({ where: { id: personId } }))) return;
  const version = versions[what % versions.length]!;
  const ofText = { id, personId, documentId: version.documentId, versionId: version.id };
  if (kind === 'leave') await tx.employment.updateMany({ where: { personId }, data: { leftOn: on } });
  if (kind === 'move') {
    await tx.placement.deleteMany({ where: { personId, fromOn: on } });
    const place = { fromOn: on, departmentId: departments[what % 2]!, siteId, jobTitle: '' };
    await tx.placement.create({ data: { id, personId, ...place } });
  }
  if (kind === 'unmove') await tx.placement.deleteMany({ where: { personId, fromOn: on } });
  if (kind === 'rename') {
    const key = `run${run} p${what}`;
    await tx.person.update({ where: { id: personId }, data: { name: key, sortKey: key, searchKey: key } });
  }
  if (kind === 'begin') {
    await tx.reading.create({ data: { ...ofText, part: 'a', partsRead: '', beganAt: at, movedAt: at } });
  }
  if (kind === 'complete') {
    const when = { completedAt: at, completedOn: on, timeZone: 'UTC' };
    await tx.completion.create({ data: { ...ofText, source: what % 2 ? 'self' : 'talk', ...when } });
  }
  if (kind === 'forget') await tx.completion.deleteMany({ where: { personId, completedOn: on } });
}

/** The same from the rows, one after the other, as one would reckon on paper. */
async function onPaper(run: number, on: string): Promise<string[]> {
  const until = on || '9999-12-31';
  const day = on || today.toISOString().slice(0, 10);
  const people = await reader.person.findMany({
    where: { id: { startsWith: `R${run}P` } },
    include: { employments: true, placements: true, completions: true, readings: true },
  });
  const current = (
    documentId: string,
    rows: { documentId: string; versionId: string; completedOn: string }[],
  ) => {
    const own = rows.filter((row) => row.documentId === documentId);
    const newest = versions.filter((version) => version.documentId === documentId && version.number > 1);
    if (newest.length === 0 || dayOf(materialOn) > day || own.length === 0) return true;
    return own.some(
      (row) => row.completedOn >= dayOf(materialOn) || newest.some(({ id }) => id === row.versionId),
    );
  };
  return people
    .flatMap(({ id, sortKey, employments, placements, completions, readings }) => {
      const here = employments.some(({ hiredOn, leftOn }) => hiredOn <= day && (!leftOn || leftOn >= day));
      const place = placements
        .filter(({ fromOn }) => fromOn <= day)
        .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
        .at(-1);
      if (!here || !place) return [];
      const done = completions.filter(({ completedOn }) => completedOn <= until);
      const begun = readings.filter(({ beganAt }) => beganAt.toISOString().slice(0, 10) <= until);
      return library.courses
        .filter(({ audience }) => audience === 'everyone' || place.departmentId === departments[1])
        .map(({ documentId, title, modules }) => {
          const ids = modules.map((module) => module.documentId);
          const completed = done.filter((row) => row.documentId === documentId);
          const modulesDone = ids.filter((module) => done.some((row) => row.documentId === module)).length;
          const started = modulesDone > 0 || begun.some((row) => ids.includes(row.documentId));
          const stays = ids.every((module) => current(module, done));
          const state =
            completed.length > 0 ? (stays ? 'completed' : 'again') : started ? 'started' : 'not-started';
          return { key: `${sortKey} ${id} ${title}`, line: `${id} ${title} ${state} ${modulesDone}` };
        });
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

async function reported(db: Reader, run: number, on: string): Promise<string[]> {
  const filters = readCompletionsFilters(new URLSearchParams({ q: `run${run}`, on }));
  const lines: string[] = [];
  for await (const rows of eachCompletions(db, filters)) {
    for (const row of rows) lines.push(`${row.personId} ${row.course} ${row.state} ${row.modulesDone}`);
  }
  return lines;
}

test('whatever was written, what is kept of it says what the rows say, on any day', async () => {
  let run = 0;
  const histories = fc.array(fc.array(deed, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(days), async (transactions, number) => {
      run += 1;
      await underClock(today, async () => {
        for (const deeds of transactions) {
          await transact(async (tx) => {
            for (const one of deeds) await doIt(tx, one, run);
          });
          // Asked in between, so that what follows is a change of what is kept.
          await readCompletions(reader, readCompletionsFilters(new URLSearchParams()));
        }
        for (const on of ['', dayOf(number)]) {
          const lines = await onPaper(run, on);
          expect(await reported(reader, run, on), on).toEqual(lines);
        }
      });
    }),
    { numRuns: 15 },
  );
  await underClock(today, async () => {
    // Another reader, who has read nothing yet.
    const other = new Proxy(reader, {});
    for (const on of ['', dayOf(materialOn)]) {
      const filters = readCompletionsFilters(new URLSearchParams({ on, sort: 'completed' }));
      expect(await readCompletions(reader, filters)).toEqual(await readCompletions(other, filters));
    }
    expect(await countPeopleToday(reader)).toBe(await countPeopleToday(other));
  });
}, 120_000);

test('a transaction that was rolled back leaves nothing behind', async () => {
  const before = await countPeopleToday(reader);
  await transact(async (tx) => {
    await doIt(tx, { kind: 'hire', who: 0, day: 0, what: 0 }, 9999);
    return { refused: 'not-really' };
  });
  expect(await countPeopleToday(reader)).toBe(before);
});
