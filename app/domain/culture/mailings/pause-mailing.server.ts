import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { PauseReason } from './mailing.ts';
import { mayPause } from './mailing.ts';

export type PauseMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'not-running';

/** No mail begins any more. The one that is on its way goes to its end. */
export async function pauseMailing(
  tx: Tx,
  actor: Actor,
  { mailingId, because }: { mailingId: string; because: PauseReason },
): Promise<{ ok: true } | Refused<PauseMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId }, select: { state: true } });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (!mayPause(mailing.state)) return { refused: 'not-running' };
  await tx.mailing.update({
    where: { id: mailingId },
    data: { state: 'paused', pausedFor: because },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'mailing.paused',
    subject: { type: 'mailing', id: mailingId },
    facts: { because },
  });
  return { ok: true };
}
