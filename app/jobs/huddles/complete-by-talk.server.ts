import { system } from '#app/domain/actor/actor.ts';
import { readRefresher } from '#app/domain/culture/huddles/refresher-reads.server.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { completeByTalk as complete } from '#app/domain/learning/completions/complete-by-talk.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Whoever took part in a talk that refreshes a module has it refreshed. A module that is gone refreshes nobody. */
export async function completeByTalk(
  tx: Tx,
  _seq: number,
  { heldId }: EventFacts<'huddle.settled'>,
): Promise<void> {
  const refresher = await readRefresher(tx, heldId);
  if (!refresher) return;
  const { people, ...talk } = refresher;
  for (const personId of people) await complete(tx, system, { personId, ...talk });
}
