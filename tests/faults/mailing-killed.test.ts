import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { bundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { publishIssue, readersOf, started } from '../support/mailings.ts';
import { departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let program: { file: string; remove: () => void };
let database: TestDatabase;
let server: MailServer | undefined;
let place: { departmentId: string; siteId: string };
let issueId: string;

beforeAll(async () => {
  program = await bundle('tests/faults/sending-child.ts');
});
afterAll(() => program.remove());

beforeEach(async () => {
  database = await openTestDatabase();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  await server?.close();
  await database.close();
});

const hireMany = async (count: number) => {
  for (let number = 0; number < count; number += 1)
    await hire({ name: `Reader ${number}`, ...readerAt(number) });
};
const readerAt = (number: number) => ({ email: `reader-${number}@example.com`, ...place });

const start = (url: string) =>
  spawn(process.execPath, [program.file, join(database.folder, 'everyhand.db'), url], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'silent' },
  });

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Another one takes over, on the same data, until the mailing is done; then it is told to end. */
async function takeOver(url: string, mailingId: string): Promise<void> {
  const child = start(url);
  const exited = once(child, 'exit');
  const isDone = async () =>
    (await reader.mailing.findUniqueOrThrow({ where: { id: mailingId } })).state === 'done';
  await expect.poll(isDone, { timeout: 60_000, interval: 100 }).toBe(true);
  child.stdin!.write('end\n');
  expect((await exited)[0]).toBe(0);
}

test.each(['from', 'end'] as const)(
  'killed while the server stands at %s: that one is uncertain, goes no more by itself, and the others get it',
  async (step) => {
    await hireMany(3);
    let reached = () => {};
    const there = new Promise<void>((resolve) => (reached = resolve));
    server = await startMailServer({ onReach: (at) => at === step && reached() });
    server.trouble(step, 'hang');
    const id = await started(issueId);
    const child = start(server.url);
    await there;
    await killed(child);
    const onItsWay = (await readersOf(id)).filter(({ state }) => state === 'sending');
    expect(onItsWay, 'written before the conversation').toHaveLength(1);
    server.trouble(step, null);
    await takeOver(server.url, id);
    const states = (await readersOf(id)).map(({ state }) => state).toSorted();
    expect(states).toEqual(['sent', 'sent', 'uncertain']);
    const readers = server.received.map(({ to }) => to);
    expect(new Set(readers).size, 'none twice').toBe(readers.length);
    expect(await checkChain(reader)).toMatchObject({ intact: true });
  },
);

/** Mails a minute, and how many at most nobody can tell of after a kill: quick ones go in turns. */
const rounds = [
  [5000, 1],
  [5000, 1],
  [5000, 1],
  [60_000, 10],
  [60_000, 10],
] as const;

test('killed five times on the way: none is lost, and none arrives twice', async () => {
  await hireMany(40);
  server = await startMailServer();
  const id = await started(issueId);
  let mayBeUncertain = 0;
  for (const [perMinute, atMost] of rounds) {
    await transact((tx) => tx.mailing.update({ where: { id }, data: { perMinute } }));
    const before = server.reached.from;
    const child = start(server.url);
    await expect.poll(() => server!.reached.from > before + 1, { timeout: 30_000, interval: 5 }).toBe(true);
    await killed(child);
    mayBeUncertain += atMost;
    const unknown = (await readersOf(id)).filter(({ state }) => ['sending', 'uncertain'].includes(state));
    expect(unknown.length, 'no more than a turn for each kill').toBeLessThanOrEqual(mayBeUncertain);
  }
  await takeOver(server.url, id);
  const arrived = server.received.map(({ to }) => to);
  expect(new Set(arrived).size, 'none twice').toBe(arrived.length);
  const readers = await readersOf(id);
  expect(readers.every(({ state }) => state === 'sent' || state === 'uncertain')).toBe(true);
  const sent = readers.filter(({ state }) => state === 'sent').length;
  expect(arrived.length, 'whatever counts as sent has arrived').toBeGreaterThanOrEqual(sent);
}, 120_000);
