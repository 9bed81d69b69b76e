import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { bundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { mailOf, queue } from '../support/outbox.ts';
import { departmentOf, foundTestCompany, hire } from '../support/staff.ts';

let program: { file: string; remove: () => void };
let database: TestDatabase;
let server: MailServer | undefined;
let personId: string;

beforeAll(async () => {
  program = await bundle('tests/faults/sending-child.ts');
});
afterAll(() => program.remove());

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  personId = await hire({ name: 'Ada', ...place });
});

afterEach(async () => {
  await server?.close();
  await database.close();
});

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

/** Another one takes over, on the same data, until the mail stands somewhere; then it is told to end. */
async function takeOver(url: string, isOver: () => Promise<boolean>): Promise<void> {
  const child = start(url);
  const exited = once(child, 'exit');
  await expect.poll(isOver, { timeout: 30_000, interval: 100 }).toBe(true);
  child.stdin!.write('end\n');
  expect((await exited)[0]).toBe(0);
}

const stateOf = async (id: string) => (await mailOf(id)).state;

test.each(['connect', 'from', 'to', 'data', 'end'] as const)(
  'killed while the server stands at %s, the mail is uncertain afterwards and goes no more by itself',
  async (step) => {
    let reached = () => {};
    const there = new Promise<void>((resolve) => (reached = resolve));
    server = await startMailServer({ onReach: (at) => at === step && reached() });
    server.trouble(step, 'hang');
    const id = await queue(personId);
    const child = start(server.url);
    await there;
    await killed(child);
    expect(await stateOf(id), 'written before the conversation').toBe('sending');
    server.trouble(step, null);
    await takeOver(server.url, async () => (await stateOf(id)) === 'uncertain');
    expect(await mailOf(id)).toMatchObject({ state: 'uncertain', tries: 1, reason: 'interrupted' });
    expect(server.received.length).toBeLessThanOrEqual(1);
    expect(server.reached[step], 'the second one did not try').toBe(1);
    expect(await checkChain(reader)).toMatchObject({ intact: true });
  },
);

test('killed five times among many mails: none is lost, and none arrives twice', async () => {
  server = await startMailServer();
  const ids: string[] = [];
  for (let number = 0; number < 24; number += 1) ids.push(await queue(personId, 'sign-in-changed'));
  for (let round = 0; round < 5; round += 1) {
    const before = server.reached.from;
    const child = start(server.url);
    await expect.poll(() => server!.reached.from > before + 1, { timeout: 30_000, interval: 5 }).toBe(true);
    await killed(child);
  }
  const over = () =>
    reader.mail.count({ where: { state: { in: ['queued', 'sending'] } } }).then((count) => count === 0);
  await takeOver(server.url, over);
  const arrived = server.received.map(({ raw }) => /Message-ID: <([^@]+)@/i.exec(raw)![1]!.toUpperCase());
  expect(new Set(arrived).size, 'none twice').toBe(arrived.length);
  for (const mail of await reader.mail.findMany()) {
    expect(['sent', 'uncertain']).toContain(mail.state);
    if (mail.state === 'sent') expect(arrived).toContain(mail.id);
  }
  const uncertain = await reader.mail.count({ where: { state: 'uncertain' } });
  expect(uncertain, 'at most one for each kill').toBeLessThanOrEqual(5);
}, 120_000);
