import { system } from '#app/domain/actor/actor.ts';
import { huddlesToSettle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { settleHuddle } from '#app/domain/culture/huddles/settle-huddle.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';

/** Once the day is over on which a huddle was told, it can no longer be corrected, and what follows from it may follow. */
export async function settleHuddles(): Promise<void> {
  for (const huddleId of await huddlesToSettle(reader)) {
    await transact((tx) => settleHuddle(tx, system, { huddleId }));
  }
}
