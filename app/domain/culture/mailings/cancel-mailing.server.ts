import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayCancel } from './mailing.ts';

export type CancelMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'over';

/** For good. Who still waits stays on record as waiting, and gets nothing. */
export async function cancelMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true } | Refused<CancelMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId }, select: { state: true } });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (!mayCancel(mailing.state)) return { refused: 'over' };
  await tx.mailing.update({
    where: { id: mailingId },
    data: { state: 'cancelled', pausedFor: null, finishedAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'mailing.cancelled',
    subject: { type: 'mailing', id: mailingId },
    facts: {},
  });
  return { ok: true };
}
