// How long the event loop stands while HR looks at a large company, and while a backup is made. Reports, never judges.
//   node --import tsx bench/stall.ts [PEOPLE]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import { streamCompletionsFile } from '#app/domain/reporting/aside/stream-completions-file.work.server.ts';
import { readCompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { countByCourse, readCompletions } from '#app/domain/reporting/completions-report-reads.server.ts';
import { startBackup } from '#app/domain/safekeeping/start-backup.work.server.ts';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { closeDatabase, openDatabase, reader } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { byteStream } from '#app/platform/http/byte-stream.ts';
import { backgroundSettled } from '#app/platform/thread/background.server.ts';
import { closeThreads } from '#app/platform/thread/thread.server.ts';
import { fileWords } from '../app/routes/hr/completions/file-words.ts';
import { fillWithPeople } from '../tests/support/many-people.ts';
import { departmentOf, foundTestCompany } from '../tests/support/staff.ts';

const people = Number(process.argv[2] ?? 100_000);
const resolution = 5;
const filters = readCompletionsFilters(new URLSearchParams());

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  // It compares each time with the one before, so it needs a few to begin with.
  await pause(50);
  const started = performance.now();
  await work();
  // The delay of a loop that stood is seen when it goes on.
  await pause(2 * resolution);
  delay.disable();
  const ms = (value: number) => `${Math.max(0, value).toFixed(0)} ms`;
  const took = ms(performance.now() - started);
  console.log(`${what}: took ${took}, the loop stood ${ms(delay.max / 1e6 - resolution)} at most`);
}

async function readFile(): Promise<void> {
  const wanted = { kind: 'csv', filters, showScores: false, words: fileWords() } as const;
  const file = byteStream(streamCompletionsFile(wanted)).getReader();
  while (!(await file.read()).done);
}

const path = mkdtempSync(join(tmpdir(), 'everyhand-stall-'));
const folder = openDataFolder(path);
const unlock = lockDataFolder(folder);
try {
  prepareDatabase(folder.database, 'prisma', folder.backups);
  await openDatabase(folder.database);
  const siteId = await foundTestCompany();
  const departmentId = await departmentOf('Everybody', 'shipping');
  await importContent(system, 'content');
  fillWithPeople(path, people, departmentId, siteId);
  console.log(`${people} people`);
  await measure('nothing at all, for what the machine does besides', () => pause(2000));
  await measure('counts, on the loop itself', () => countByCourse(reader));
  await measure('completions, on the loop itself', () => readCompletions(reader, filters));
  await measure('the first reading, with the start of the thread', () => readAside('peopleToday', null));
  await measure('counts', () => readAside('courseCounts', null));
  await measure('completions', () => readAside('completions', filters));
  await measure('the file', readFile);
  await measure('a backup', async () => {
    startBackup(system);
    await backgroundSettled();
  });
} finally {
  await closeThreads();
  await closeDatabase();
  unlock();
  rmSync(path, { recursive: true, force: true });
}
