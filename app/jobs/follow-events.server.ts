import { catalogue } from '#app/domain/events/catalogue.ts';
import { keepCursor } from '#app/domain/queue/keep-cursor.server.ts';
import { keepDone } from '#app/domain/queue/keep-done.server.ts';
import { keepTry } from '#app/domain/queue/keep-try.server.ts';
import type { HappenedEvent } from '#app/domain/queue/queue-reads.server.ts';
import { eventsAfter, eventsDueAgain, lastSeq, readCursor } from '#app/domain/queue/queue-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { faultReason } from '#app/platform/log/masked.ts';
import type { Reaction } from './reactions.server.ts';

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
      await keepTry(tx, { ...seen, reason: faultReason(error) });
      if (!isRetry) await keepCursor(tx, seen);
    });
  }
}

/** One reaction catches up, as far as one round can hold. */
export async function followEvents(reaction: Reaction): Promise<void> {
  const cursor = await readCursor(reader, reaction.name);
  if (cursor === null) {
    await transact(async (tx) => keepCursor(tx, { reaction: reaction.name, seq: await lastSeq(tx) }));
    return;
  }
  for (const event of await eventsDueAgain(reader, reaction.name)) await react(reaction, event, true);
  for (const event of await eventsAfter(reader, reaction.on, cursor, batch))
    await react(reaction, event, false);
}
