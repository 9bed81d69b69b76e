import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { alteredFiles, listBackups } from '#app/platform/backup/backup-folder.server.ts';
import { closeDatabase, openDatabase, reader } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { bundle } from '../support/bundle.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { bundleThreads } from '../support/threads.ts';
import { departmentOf, foundTestCompany, hire } from '../support/staff.ts';

const rounds = 25;
const office = 'The office';

let folder: string;
let file: string;
let program: { file: string; remove: () => void };
let mailServer: MailServer;
let threads: Awaited<ReturnType<typeof bundleThreads>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-kill-'));
  file = join(folder, 'everyhand.db');
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  await openDatabase(file);
  const siteId = await foundTestCompany();
  await hire({ name: 'Ada', departmentId: await departmentOf(office), siteId });
  await closeDatabase();
  writeFileSync(join(folder, 'secret'), 'do not tell\n');
  mailServer = await startMailServer();
  threads = await bundleThreads();
  program = await bundle('tests/faults/writing-child.ts');
});

afterAll(async () => {
  await mailServer.close();
  await threads.remove();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Worker = { child: ChildProcess; lines: AsyncIterableIterator<string> };

function startWorker(round: number): Worker {
  const child = spawn(process.execPath, [program.file, file, String(round)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, EVERYHAND_TEST_SMTP: mailServer.url, EVERYHAND_TEST_THREADS: threads.folder },
  });
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
}

/** Lets it work for a while, kills it, and returns what it had acknowledged by then. */
async function killInTheMiddle({ child, lines }: Worker, round: number): Promise<string[]> {
  expect((await lines.next()).value).toBe('ready');
  child.stdin!.write('go\n');
  const acknowledged = [(await lines.next()).value as string];
  const exited = once(child, 'exit');
  // Now and then long enough for the first mail to be on its way, on a busy machine too.
  const atMost = round % 5 === 0 ? 5000 : 1200;
  setTimeout(() => child.kill('SIGKILL'), 200 + Math.random() * atMost);
  for await (const line of lines) acknowledged.push(line);
  expect((await exited)[1]).toBe('SIGKILL');
  return acknowledged;
}

/** Each mail has left as often as its state says: once when sent, never while it waits, at most once in between. */
async function expectNoMailTwice(): Promise<void> {
  const mails = await reader.mail.findMany({ select: { id: true, state: true, messageId: true } });
  const arrived = (messageId: string) =>
    mailServer.received.filter(({ raw }) => raw.toLowerCase().includes(messageId.toLowerCase())).length;
  expect(mails.filter(({ state }) => state === 'sent').length).toBeGreaterThan(0);
  for (const { state, messageId } of mails) {
    const allowed = { sent: [1], queued: [0], sending: [0, 1] }[state];
    expect(allowed, state).toContain(arrived(messageId));
  }
}

/** What stands under a good name is whole; half-made ones have another name, and the next backup takes them away. */
async function expectGoodBackups(): Promise<void> {
  const backups = join(folder, 'backups');
  const made = await listBackups(backups);
  expect(made.length).toBeGreaterThan(0);
  for (const manifest of made) {
    expect(manifest.fault).toBeNull();
    expect(await alteredFiles(join(backups, manifest.name), manifest)).toEqual([]);
  }
}

test(`a server that is killed ${rounds} times in the middle of its work loses nothing it has acknowledged`, async () => {
  const acknowledged: string[] = [];
  let next = startWorker(0);
  for (let round = 1; round <= rounds; round += 1) {
    const worker = next;
    next = startWorker(round);
    acknowledged.push(...(await killInTheMiddle(worker, round)));
  }
  const spare = once(next.child, 'exit');
  next.child.kill('SIGKILL');
  await spare;

  expect(acknowledged.length).toBeGreaterThan(rounds);
  const raw = new Database(file);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.close();
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  await openDatabase(file);
  const names = new Set(
    (await reader.department.findMany({ where: { name: { not: office } }, select: { name: true } })).map(
      ({ name }) => name,
    ),
  );
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
  const halves = [...names].filter(
    (name) => !names.has(name.replace(/left|right/, (half) => (half === 'left' ? 'right' : 'left'))),
  );
  expect(halves).toEqual([]);
  expect(await reader.departmentPlacement.count()).toBe(names.size + 1);
  const added = { where: { name: 'department.added' } };
  expect(await reader.event.count(added), 'each with its event').toBe(names.size + 1);
  expect(await checkChain(reader)).toMatchObject({ intact: true, length: await reader.event.count() });
  // What went on beside it was at work, too, and goes on where it was cut off.
  expect(await reader.reactionCursor.count()).toBe(reactions.length);
  await expectNoMailTwice();
  await expectGoodBackups();
  await workOnce();
  expect(await reader.reactionTry.count(), 'nothing that was cut off was taken for a failure').toBe(0);
  await closeDatabase();
}, 120_000);
