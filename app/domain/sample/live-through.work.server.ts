import { setImmediate } from 'node:timers/promises';
import { moveClock } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { Deed } from './deed.ts';

/** So many deeds share one commit, which is a wait for the disk. */
const batch = 100;

/** Does everything in the order of time, with the clock at each deed's moment. Runs under `underClock`. */
export async function liveThrough(deeds: Deed[]): Promise<void> {
  const inOrder = deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let start = 0; start < inOrder.length; start += batch) {
    await transact(async (tx) => {
      for (const [index, { at, act }] of inOrder.slice(start, start + batch).entries()) {
        moveClock(at);
        await act(tx);
        if (index % 20 === 19) await setImmediate();
      }
    });
  }
}
