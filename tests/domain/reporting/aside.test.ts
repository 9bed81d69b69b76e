import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import { largeFrom } from '#app/domain/reporting/aside/size.ts';
import { streamCompletionsFile } from '#app/domain/reporting/aside/stream-completions-file.work.server.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { countByCourse, readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { completionsFile } from '#app/domain/reporting/files/completions-file-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { setThreadFolder } from '#app/platform/thread/thread.server.ts';
import { moduleSource, writeContent } from '../../support/content.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fillWithPeople } from '../../support/many-people.ts';
import { departmentOf, foundTestCompany, hire } from '../../support/staff.ts';
import { fileWanted } from './file-wanted.ts';
import { bundleThreads } from '../../support/threads.ts';

let database: TestDatabase;
let threads: Awaited<ReturnType<typeof bundleThreads>>;
let place: { departmentId: string; siteId: string };
const filters = readCompletionsFilters(new URLSearchParams());

beforeAll(async () => {
  threads = await bundleThreads();
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office', 'office') };
  const only = moduleSource({ title: 'Only', parts: ['Plain words.'] });
  const courses = [{ slug: 'all', title: 'All', audience: 'everyone', modules: { only } }];
  await importContent(system, writeContent(join(database.folder, 'content'), courses));
  await hire({ name: 'Ada', ...place });
});

afterAll(async () => {
  await threads.remove();
  await database.close();
});

const wanted = fileWanted('csv');

async function collect(pieces: AsyncGenerator<Uint8Array, void>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

const linesOf = (file: string) => file.trimEnd().split('\n').length - 1;

test('a small company has its counts without a thread', async () => {
  setThreadFolder('/nowhere');
  expect(await readAside('peopleToday', null)).toBe(1);
  expect((await readAside('completions', filters)).total).toBe(1);
  expect(linesOf(await collect(streamCompletionsFile(wanted)))).toBe(1);
  setThreadFolder(threads.folder);
});

test('a large one has the same from a thread', async () => {
  fillWithPeople(database.folder, largeFrom.people + 250, place.departmentId, place.siteId);
  setThreadFolder('/nowhere');
  await expect(readAside('peopleToday', null), 'it is asked').rejects.toThrow();
  setThreadFolder(threads.folder);
  expect(await readAside('peopleToday', null)).toBe(largeFrom.people + 251);
  expect(await readAside('courseCounts', null)).toEqual(await countByCourse(reader));
  expect(await readAside('completions', filters)).toEqual(await readCompletions(reader, filters));
  const file = await collect(streamCompletionsFile(wanted));
  expect(file).toBe(await collect(completionsFile(reader, wanted)));
  expect(linesOf(file)).toBe(largeFrom.people + 251);
});

test('a file on its way stays as it began, whatever is written and looked at meanwhile', async () => {
  const before = await collect(completionsFile(reader, wanted));
  const file = completionsFile(reader, wanted);
  const pieces = [(await file.next()).value, (await file.next()).value] as Uint8Array[];
  const course = await reader.version.findFirstOrThrow({ where: { document: { kind: 'course' } } });
  await transact((tx) =>
    tx.completion.create({
      data: {
        id: 'done-meanwhile',
        personId: `MANY${String(largeFrom.people).padStart(8, '0')}`,
        documentId: course.documentId,
        versionId: course.id,
        source: 'self',
        completedAt: new Date('2026-01-05T09:00:00Z'),
        completedOn: '2026-01-05',
        timeZone: 'UTC',
      },
    }),
  );
  expect((await readCompletions(reader, filters)).counts.completed).toBe(1);
  for await (const piece of file) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe(before);
  expect(await collect(completionsFile(reader, wanted))).not.toBe(before);
});

test('the thread sees what was written since', async () => {
  await hire({ name: 'Zed', ...place });
  expect(await readAside('peopleToday', null)).toBe(largeFrom.people + 252);
  await transact((tx) => tx.company.updateMany({ data: { timeZone: 'Pacific/Kiritimati' } }));
  expect(await readAside('completions', filters)).toEqual(await readCompletions(reader, filters));
});

test('whoever stops half way leaves nothing behind that goes on', async () => {
  for await (const piece of streamCompletionsFile(wanted)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  expect(await readAside('peopleToday', null)).toBe(largeFrom.people + 252);
});
