import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { eventHash, factsDigest, firstPrevious } from './event-hash.ts';

export type ChainCheck = { intact: true; length: number; head: string } | { intact: false; brokenAt: number };

const batch = 1000;

/** Recomputes the whole chain. Facts that were erased are taken by their digest. */
export async function checkChain(db: Reader | Tx): Promise<ChainCheck> {
  let previous = firstPrevious;
  let seq = 0;
  for (;;) {
    const events = await db.event.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: batch,
    });
    for (const event of events) {
      const factsHold =
        event.facts === null || event.salt === null || factsDigest(event.salt, event.facts) === event.digest;
      const hash = eventHash(previous, { ...event, at: event.at.toISOString() }, event.digest);
      if (event.seq !== seq + 1 || event.previous !== previous || event.hash !== hash || !factsHold) {
        return { intact: false, brokenAt: event.seq };
      }
      previous = event.hash;
      seq = event.seq;
    }
    if (events.length < batch) return { intact: true, length: seq, head: previous };
    await new Promise((resolve) => setImmediate(resolve));
  }
}
