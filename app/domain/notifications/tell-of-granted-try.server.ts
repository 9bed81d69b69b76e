import type { Actor } from '#app/domain/actor/actor.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { giveNotice } from './give-notice.server.ts';

/** Whoever asked for a further try is told that they have it, and from whom. */
export async function tellOfGrantedTry(
  tx: Tx,
  actor: Actor,
  input: { personId: string; documentId: string; grantedById: string; eventSeq: number },
): Promise<{ ok: true }> {
  const { personId, documentId, grantedById, eventSeq } = input;
  const facts = { personId: grantedById, documentId };
  await giveNotice(tx, actor, { personId, kind: 'try-granted', facts, eventSeq });
  return { ok: true };
}
