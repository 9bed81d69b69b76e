import { holdersOf } from '#app/domain/access/roles-reads.server.ts';
import type { Actor } from '#app/domain/actor/actor.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { giveNotice } from './give-notice.server.ts';

/** Who is asked for a further try is told: the head, or everybody in HR where no head was asked. */
export async function tellOfAskedTry(
  tx: Tx,
  actor: Actor,
  input: { personId: string; documentId: string; headId: string | null; eventSeq: number },
): Promise<{ ok: true }> {
  const { personId, documentId, headId, eventSeq } = input;
  const about = { facts: { personId, documentId }, eventSeq };
  if (headId) {
    await giveNotice(tx, actor, { personId: headId, kind: 'try-asked', ...about });
    return { ok: true };
  }
  for (const holder of await holdersOf(tx, 'hr')) {
    if (holder !== personId)
      await giveNotice(tx, actor, { personId: holder, kind: 'try-asked-of-hr', ...about });
  }
  return { ok: true };
}
