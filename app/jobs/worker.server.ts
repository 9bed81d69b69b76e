import { setTimeout } from 'node:timers/promises';
import { catalogue } from '#app/domain/events/catalogue.ts';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { keepDone } from '#app/domain/queue/keep-done.server.ts';
import { keepRun } from '#app/domain/queue/keep-run.server.ts';
import { keepTry } from '#app/domain/queue/keep-try.server.ts';
import type { HappenedEvent } from '#app/domain/queue/queue-reads.server.ts';
import {
  eventsAfter,
  eventsDueAgain,
  lastSeq,
  nextRunAt,
  readCursor,
} from '#app/domain/queue/queue-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { Reaction } from './reactions.server.ts';
import { reactions } from './reactions.server.ts';
import type { RecurringJob } from './recurring.server.ts';
import { recurring } from './recurring.server.ts';

const pause = 1000;
const batch = 50;

/** The effect and its mark in one transaction, so that neither stands without the other. */
async function react(reaction: Reaction, event: HappenedEvent, isRetry: boolean): Promise<void> {
  const seen = { reaction: reaction.name, seq: event.seq };
  try {
    await transact(async (tx) => {
      if (event.facts !== null) {
        await reaction.run(tx, event.seq, catalogue[reaction.on].parse(JSON.parse(event.facts)) as never);
      }
      await (isRetry ? keepDone(tx, seen) : keepCursor(tx, seen));
    });
  } catch (error) {
    log.error({ reaction: reaction.name, seq: event.seq, err: error }, 'a reaction failed');
    await transact(async (tx) => {
      await keepTry(tx, { ...seen, reason: String(error) });
      if (!isRetry) await keepCursor(tx, seen);
    });
  }
}

async function followEvents(reaction: Reaction): Promise<void> {
  const cursor = await readCursor(reader, reaction.name);
  if (cursor === null) {
    await transact(async (tx) => keepCursor(tx, { reaction: reaction.name, seq: await lastSeq(tx) }));
    return;
  }
  for (const event of await eventsDueAgain(reader, reaction.name)) await react(reaction, event, true);
  for (const event of await eventsAfter(reader, reaction.on, cursor, batch))
    await react(reaction, event, false);
}

async function runIfDue(job: RecurringJob): Promise<void> {
  const startedAt = now();
  const nextAt = await nextRunAt(reader, job.name);
  if (nextAt && nextAt > startedAt) return;
  let reason: string | null = null;
  try {
    await job.run();
  } catch (error) {
    reason = String(error);
    log.error({ job: job.name, err: error }, 'a recurring job failed');
  }
  const next = new Date(startedAt.getTime() + job.everyMinutes * 60_000);
  await transact((tx) => keepRun(tx, { job: job.name, startedAt, finishedAt: now(), nextAt: next, reason }));
}

/** One round: every reaction catches up, every job that is due runs. */
export async function workOnce(): Promise<void> {
  for (const reaction of reactions) await followEvents(reaction);
  for (const job of recurring) await runIfDue(job);
}

/** Works until the returned function is called, which waits for the round that is running. */
export function startWorker(): () => Promise<void> {
  const stop = new AbortController();
  const loop = (async () => {
    while (!stop.signal.aborted) {
      try {
        await workOnce();
      } catch (error) {
        log.error({ err: error }, 'the worker stumbled');
      }
      await setTimeout(pause, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  })();
  return () => {
    stop.abort();
    return loop;
  };
}
