import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Refused } from '#app/platform/db/database.server.ts';
import type { Counted, RuleName } from './limits.ts';
import { rules } from './limits.ts';

export type CountedTry =
  /** To be called when the try turned out right: only wrong ones count. */
  | { ok: true; takeBack: () => Promise<void> }
  /** How long to wait, rounded up. */
  | (Refused<'too-many-tries'> & { minutes: number });

const counters = new Map<RuleName, RateLimiterMemory>();

function counterOf(rule: RuleName): RateLimiterMemory {
  const { tries, minutes } = rules[rule];
  const counter =
    counters.get(rule) ?? new RateLimiterMemory({ keyPrefix: rule, points: tries, duration: minutes * 60 });
  counters.set(rule, counter);
  return counter;
}

/**
 * Counts a try before it is looked at, so that many at the same moment are no way around the limit. The counts live in
 * memory: there is one process, and a restart is rarer than any of the waits.
 */
export async function countTry(counted: Counted[]): Promise<CountedTry> {
  const taken: Counted[] = [];
  const takeBack = async () => {
    for (const { rule, key } of taken) await counterOf(rule).reward(key, 1);
  };
  for (const one of counted) {
    const stand = await counterOf(one.rule).penalty(one.key, 1);
    taken.push(one);
    if (stand.consumedPoints <= rules[one.rule].tries) continue;
    await takeBack();
    return { refused: 'too-many-tries', minutes: Math.max(1, Math.ceil(stand.msBeforeNext / 60_000)) };
  }
  return { ok: true, takeBack };
}
