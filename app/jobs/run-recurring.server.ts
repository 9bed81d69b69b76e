import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { keepPlan } from '#app/domain/queue/keep-plan.server.ts';
import { keepRun } from '#app/domain/queue/keep-run.server.ts';
import { keepRunBegun } from '#app/domain/queue/keep-run-begun.server.ts';
import { nextRunAt } from '#app/domain/queue/queue-reads.server.ts';
import { isDue, nextRun } from '#app/domain/queue/schedule.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { faultReason } from '#app/platform/log/masked.ts';
import type { RecurringJob } from './recurring.server.ts';
import { recurring } from './recurring.server.ts';

/** Those at work: none runs twice at the same time. */
const running = new Map<string, Promise<void>>();

async function run(job: RecurringJob, timeZone: string): Promise<void> {
  const startedAt = now();
  const nextAt = nextRun(job, timeZone, startedAt);
  await transact((tx) => keepRunBegun(tx, { job: job.name, startedAt, nextAt }));
  let reason: string | null = null;
  try {
    await job.run();
  } catch (error) {
    reason = faultReason(error);
    log.error({ job: job.name, err: error }, 'a recurring job failed');
  }
  await transact((tx) => keepRun(tx, { job: job.name, finishedAt: now(), reason }));
}

async function runIfDue(job: RecurringJob, timeZone: string): Promise<void> {
  const at = now();
  const nextAt = await nextRunAt(reader, job.name);
  if (nextAt === null && 'dailyAt' in job) {
    await transact((tx) => keepPlan(tx, { job: job.name, nextAt: nextRun(job, timeZone, at) }));
  } else if (nextAt === null || isDue(job, nextAt, at)) {
    await run(job, timeZone);
  }
}

/**
 * Begins whatever is due and not yet at work, and returns all that is at work. Each goes its own way: one that hangs
 * holds up nothing but itself.
 */
export async function beginDueJobs(): Promise<Promise<void>[]> {
  const timeZone = (await readCompany(reader))?.timeZone ?? 'UTC';
  for (const job of recurring) {
    if (running.has(job.name)) continue;
    const work = runIfDue(job, timeZone)
      .catch((error) => log.error({ job: job.name, err: error }, 'a recurring job could not be kept'))
      .finally(() => running.delete(job.name));
    running.set(job.name, work);
  }
  return [...running.values()];
}
