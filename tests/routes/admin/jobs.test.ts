import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { triesBeforeParking } from '#app/domain/queue/backoff.ts';
import { interrupted } from '#app/domain/queue/job.ts';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { keepRun } from '#app/domain/queue/keep-run.server.ts';
import { keepRunBegun } from '#app/domain/queue/keep-run-begun.server.ts';
import { keepTry } from '#app/domain/queue/keep-try.server.ts';
import { lastSeq } from '#app/domain/queue/queue-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { Ask } from '../../support/asking.ts';
import { ask } from '../../support/asking.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let cookie: string;

beforeEach(async () => {
  database = await openTestDatabase();
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  cookie = await cookieOf(await hire({ name: 'Farah', roles: ['admin'], ...place }));
});

afterEach(() => database.close());

const visit = (path: string, how: Partial<Ask> = {}) => ask({ path, cookie, ...how });
const post = (path: string) => visit(path, { method: 'POST' });
const reaction = 'notify-of-course';
const shown = async (path = '/admin/jobs') =>
  (await visit(path)).text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<!-- -->/g, '');

async function stopAt(seq: number): Promise<void> {
  for (let tries = 0; tries < triesBeforeParking; tries += 1)
    await transact((tx) => keepTry(tx, { reaction, seq, reason: 'Error: no luck' }));
}

describe('the page', () => {
  test('shows every job and reaction before anything has run', async () => {
    const text = await shown();
    expect(text).toContain('Nothing has stopped');
    expect(text).toContain('Clear away sessions that have ended');
    expect(text).toContain('Tell people and their head that a course is completed');
    expect(text).toContain('Not yet');
    expect(text).not.toContain('Did not succeed');
  });

  test('shows what runs, was interrupted, has failed with its reason, and is done', async () => {
    const startedAt = new Date();
    const begin = (job: string) =>
      transact((tx) => keepRunBegun(tx, { job, startedAt, nextAt: new Date(Date.now() + 60_000) }));
    const end = (job: string, reason: string | null) =>
      transact((tx) => keepRun(tx, { job, finishedAt: new Date(), reason }));
    await begin('seen-sessions');
    expect(await shown()).toContain('Running');
    await transact((tx) => tx.recurringRun.updateMany({ data: { reason: interrupted } }));
    await begin('expired-sessions');
    await end('expired-sessions', 'Error: the disk is full');
    await begin('old-mail-files');
    await end('old-mail-files', null);
    const text = await shown();
    for (const words of ['Interrupted', 'Everyhand was stopped', 'Failed', 'the disk is full', 'Done'])
      expect(text).toContain(words);
  });

  test('shows what has stopped, with its event and its reason, and how far a reaction is behind', async () => {
    const seq = await lastSeq(reader);
    await stopAt(seq);
    await transact((tx) => keepTry(tx, { reaction: 'of an older version', seq: 1, reason: 'Error: waits' }));
    await transact((tx) => keepCursor(tx, { reaction, seq: 0 }));
    const text = await shown();
    expect(text).toContain('One thing has stopped and needs you.');
    expect(text).toContain('Stopped, needs you');
    expect(text).toContain('What went wrong: Error: no luck');
    expect(text).toContain(`About event ${seq}, session.opened`);
    expect(text.indexOf('no luck'), 'those first that need somebody').toBeLessThan(text.indexOf('waits'));
  });

  test('takes no word for a notice but its own', async () => {
    expect(await shown('/admin/jobs?done=again')).toContain('on its way again');
    for (const word of ['__proto__', 'constructor', '<b>'])
      expect((await visit(`/admin/jobs?done=${encodeURIComponent(word)}`)).status).toBe(200);
  });
});

describe('running a reaction again', () => {
  const at = (seq: number | string, name = reaction) => `/admin/jobs/reactions/${name}/${seq}/run-again`;

  test('lets it be tried anew, and says so when there was nothing left', async () => {
    const seq = await lastSeq(reader);
    await stopAt(seq);
    expect(await shown(at(seq))).toContain('no luck');
    expect(await post(at(seq))).toMatchObject({ status: 303, location: '/admin/jobs?done=again' });
    const row = await reader.reactionTry.findFirst({ where: { reaction, seq } });
    expect(row).toMatchObject({ state: 'waiting', tries: 0 });
    expect(await reader.event.findFirst({ where: { name: 'reaction.retried' } })).toMatchObject({
      subjectId: reaction,
      facts: JSON.stringify({ seq }),
    });
    expect(await post(at(999))).toMatchObject({ status: 303, location: '/admin/jobs?done=gone' });
  });

  test('of what never was is not there', async () => {
    for (const path of [at(1, 'nothing'), at('x'), at('-1'), at('1e3'), at('0'), at(1, 'constructor')]) {
      expect((await visit(path)).status, path).toBe(404);
      expect((await post(path)).status, path).toBe(404);
    }
    expect(await reader.event.count({ where: { name: 'reaction.retried' } })).toBe(0);
  });
});

describe('running a job now', () => {
  test('makes it due, and records who asked', async () => {
    const path = '/admin/jobs/recurring/old-mail-files/run-now';
    expect((await visit(path)).status).toBe(200);
    expect(await reader.recurringRun.count(), 'a page that is read changes nothing').toBe(0);
    expect(await post(path)).toMatchObject({ status: 303, location: '/admin/jobs?done=requested' });
    const run = await reader.recurringRun.findUnique({ where: { job: 'old-mail-files' } });
    expect(run!.nextAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await reader.event.count({ where: { name: 'job.requested' } })).toBe(1);
  });

  test('of one that is none is not there', async () => {
    for (const job of ['nothing', '__proto__', '%00']) {
      expect((await post(`/admin/jobs/recurring/${job}/run-now`)).status).toBe(404);
    }
  });
});
