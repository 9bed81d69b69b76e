import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { tellOfAskedTry } from '#app/domain/notifications/tell-of-asked-try.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

export async function notifyOfAskedTry(
  tx: Tx,
  eventSeq: number,
  { personId, documentId, headId }: EventFacts<'try.asked'>,
): Promise<void> {
  await tellOfAskedTry(tx, system, { personId, documentId, headId, eventSeq });
}
