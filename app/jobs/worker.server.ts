import { setTimeout } from 'node:timers/promises';
import { keepInterrupted } from '#app/domain/queue/keep-interrupted.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { beat, expectBeats } from '#app/platform/operator/heartbeat.server.ts';
import { followEvents } from './follow-events.server.ts';
import { startSender } from './mail/sender.server.ts';
import { reactions } from './reactions.server.ts';
import { beginDueJobs } from './run-recurring.server.ts';

const pause = 1000;
/** How long the end of the house waits for a job that is at work. */
const patience = 5000;

/** One round, to its end: every reaction catches up, every job that is due runs. Mail goes its own way. */
export async function workOnce(): Promise<void> {
  for (const reaction of reactions) await followEvents(reaction);
  await Promise.all(await beginDueJobs());
  beat();
}

/** Works until the returned function is called, which waits for what is at work, but not for what hangs. */
export function startWorker(): () => Promise<void> {
  const stop = new AbortController();
  let atWork: Promise<void>[] = [];
  const attempt = (work: () => Promise<void>) =>
    work().catch((error) => log.error({ err: error }, 'the worker stumbled'));
  expectBeats(true);
  const loop = (async () => {
    await attempt(() => transact(keepInterrupted));
    while (!stop.signal.aborted) {
      await attempt(async () => {
        for (const reaction of reactions) await followEvents(reaction);
        atWork = await beginDueJobs();
        beat();
      });
      await setTimeout(pause, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  })();
  const stopSender = startSender();
  return async () => {
    stop.abort();
    expectBeats(false);
    await Promise.all([loop, stopSender()]);
    await Promise.race([Promise.all(atWork), setTimeout(patience)]);
  };
}
