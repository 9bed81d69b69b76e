import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { recurringNames, runState } from '#app/domain/queue/job.ts';
import { keepRunBegun } from '#app/domain/queue/keep-run-begun.server.ts';
import { requestJob } from '#app/domain/queue/request-job.server.ts';
import type { RecurringJob } from '#app/jobs/recurring.server.ts';
import { recurring } from '#app/jobs/recurring.server.ts';
import { reactions } from '#app/jobs/reactions.server.ts';
import { reactionEvents } from '#app/domain/queue/job.ts';
import { beginDueJobs } from '#app/jobs/run-recurring.server.ts';
import { startWorker, workOnce } from '#app/jobs/worker.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { done, foundTestCompany } from '../support/staff.ts';

let database: TestDatabase;
const shipped = [...recurring];

beforeEach(async () => {
  database = await openTestDatabase();
  await foundTestCompany();
});

afterEach(async () => {
  recurring.splice(0, recurring.length, ...shipped);
  await database.close();
});

const only = (...jobs: RecurringJob[]) => recurring.splice(0, recurring.length, ...jobs);
const runOf = (job: string) => reader.recurringRun.findUnique({ where: { job } });
const stateOf = async (job: string) => runState(await runOf(job));

/** A job that ends when it is let go. */
function held(name: string) {
  let runs = 0;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const job: RecurringJob = {
    name,
    everyMinutes: 10,
    run: () => {
      runs += 1;
      return gate;
    },
  };
  return { job, letGo: () => letGo(), runs: () => runs };
}

test('the page about jobs knows every job and every reaction there is', () => {
  expect(recurring.map(({ name }) => name).toSorted()).toEqual([...recurringNames].toSorted());
  expect(Object.fromEntries(reactions.map(({ name, on }) => [name, on]))).toEqual(reactionEvents);
});

describe('a job that hangs', () => {
  test('shows as running, holds up no other, and is never begun twice at once', async () => {
    let counted = 0;
    const slow = held('slow');
    only(slow.job, { name: 'counts', everyMinutes: 10, run: async () => (counted += 1) });
    await beginDueJobs();
    await expect.poll(() => [slow.runs(), counted]).toEqual([1, 1]);
    expect(await stateOf('slow')).toBe('running');
    await underClock(new Date(Date.now() + 60 * 60_000), beginDueJobs);
    await expect.poll(() => counted).toBe(2);
    expect(slow.runs()).toBe(1);
    slow.letGo();
    await Promise.all(await beginDueJobs());
    expect(await stateOf('slow')).toBe('done');
  });

  test('keeps the house from ending for some seconds and no longer', async () => {
    const slow = held('stuck');
    only(slow.job);
    const stop = startWorker();
    await expect.poll(slow.runs, { timeout: 20_000 }).toBe(1);
    await stop();
    slow.letGo();
    await expect.poll(() => stateOf('stuck'), { timeout: 10_000 }).toBe('done');
  });
});

describe('a run that was killed', () => {
  test('shows as interrupted from the next start on, and runs again soon', async () => {
    let runs = 0;
    only({ name: 'counts', dailyAt: '03:30', run: async () => (runs += 1) });
    const at = new Date('2026-05-10T03:30:00Z');
    const nextAt = new Date('2026-05-11T03:30:00Z');
    await transact((tx) => keepRunBegun(tx, { job: 'counts', startedAt: at, nextAt }));
    expect(await stateOf('counts')).toBe('running');
    const restart = new Date('2026-05-10T03:31:00Z');
    await underClock(restart, async () => {
      const stop = startWorker();
      await expect.poll(() => stateOf('counts'), { timeout: 20_000 }).toBe('interrupted');
      await stop();
    });
    expect(runs, 'not at once: it may be what brought the program down').toBe(0);
    await underClock(new Date(restart.getTime() + 6 * 60_000), workOnce);
    expect(runs).toBe(1);
    expect(await runOf('counts')).toMatchObject({ reason: null, nextAt });
  });
});

describe('a daily job', () => {
  const at = (iso: string) => new Date(iso);

  test('is planned when it is new, in the company’s zone, and runs at its time', async () => {
    await transact((tx) => tx.company.updateMany({ data: { timeZone: 'America/New_York' } }));
    let runs = 0;
    only({ name: 'counts', dailyAt: '03:30', run: async () => (runs += 1) });
    await underClock(at('2026-05-10T12:00:00Z'), workOnce);
    expect(runs).toBe(0);
    expect((await runOf('counts'))?.nextAt).toEqual(at('2026-05-11T07:30:00Z'));
    await underClock(at('2026-05-11T07:29:59Z'), workOnce);
    expect(runs).toBe(0);
    await underClock(at('2026-05-11T07:30:00Z'), workOnce);
    await underClock(at('2026-05-11T06:30:00Z'), workOnce);
    expect(runs).toBe(1);
  });

  test('that was missed for a week runs once at the start, and then at its time', async () => {
    let runs = 0;
    only({ name: 'counts', dailyAt: '03:30', run: async () => (runs += 1) });
    await underClock(at('2026-05-10T12:00:00Z'), workOnce);
    for (let look = 0; look < 3; look += 1) await underClock(at('2026-05-18T09:00:00Z'), workOnce);
    expect(runs).toBe(1);
    expect((await runOf('counts'))?.nextAt).toEqual(at('2026-05-19T03:30:00Z'));
  });
});

describe('a job that a person asks for', () => {
  test('is due now, once, and goes on by its timetable; one that is running runs again after it', async () => {
    const slow = held('expired-sessions');
    only(slow.job);
    await beginDueJobs();
    await expect.poll(slow.runs).toBe(1);
    await done(transact((tx) => requestJob(tx, system, { job: 'expired-sessions' })));
    slow.letGo();
    await Promise.all(await beginDueJobs());
    await workOnce();
    await workOnce();
    expect(slow.runs()).toBe(2);
    expect(await reader.event.count({ where: { name: 'job.requested' } })).toBe(1);
  });
});

test('a reason that is kept says nothing about anybody', async () => {
  const token = 'x9'.repeat(20);
  const run = () => Promise.reject(new Error(`no <ada@example.com>\nnor ${token}`));
  only({ name: 'fails', everyMinutes: 10, run });
  await workOnce();
  expect(await runOf('fails')).toMatchObject({ reason: 'Error: no <…> nor …' });
  only({
    name: 'fails-too',
    everyMinutes: 10,
    run: () => transact((tx) => tx.site.create({ data: { name: 'Ada’s secret site' } as never })),
  });
  await workOnce();
  expect((await runOf('fails-too'))?.reason).toBe('PrismaClientValidationError');
});
