import { system } from '#app/domain/actor/actor.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import { tellOfGrantedTry } from '#app/domain/notifications/tell-of-granted-try.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

export async function notifyOfGrantedTry(
  tx: Tx,
  eventSeq: number,
  { personId, documentId, grantedById }: EventFacts<'try.granted'>,
): Promise<void> {
  await tellOfGrantedTry(tx, system, { personId, documentId, grantedById, eventSeq });
}
