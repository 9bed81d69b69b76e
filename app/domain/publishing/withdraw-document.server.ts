import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

type WithdrawDocument = { documentId: string; language: string };

/** Nobody reads it any more in this language. What was published stays on record; it may be published again. */
export async function withdrawDocument(
  tx: Tx,
  actor: Actor,
  { documentId, language }: WithdrawDocument,
): Promise<{ ok: true } | Refused<'not-allowed' | 'not-published'>> {
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const document = await tx.document.findUnique({ where: { id: documentId }, select: { kind: true } });
  const { count } = await tx.publication.updateMany({
    where: { documentId, language, withdrawnAt: null },
    data: { withdrawnAt: now() },
  });
  if (!document || count === 0) return { refused: 'not-published' };
  await record(tx, actor, {
    name: 'document.withdrawn',
    subject: { type: 'document', id: documentId },
    facts: { language, kind: document.kind },
  });
  return { ok: true };
}
