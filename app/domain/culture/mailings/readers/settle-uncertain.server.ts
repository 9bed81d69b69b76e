import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { maySettle } from '../mailing.ts';
import { keepReaderEditions } from './keep-reader-editions.server.ts';

export type SettleUncertainRefusal =
  'not-allowed' | 'no-such-mailing' | 'cancelled' | 'nobody' | 'not-published';

type Settled = {
  mailingId: string;
  /** Of all that are uncertain, unless it says which one. */
  readerId?: string;
  /** Counted as sent; or sent again, and some may then have it twice. */
  as: 'sent' | 'again';
};

/** Nobody can tell whether these mails arrived. A person decides, never the program. */
export async function settleUncertain(
  tx: Tx,
  actor: Actor,
  { mailingId, readerId, as }: Settled,
): Promise<{ ok: true; count: number } | Refused<SettleUncertainRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({
    where: { id: mailingId },
    select: { state: true, documentId: true },
  });
  if (!mailing) return { refused: 'no-such-mailing' };
  // Counting as sent sends nothing, so that may be said of one that was called off, too.
  if (as === 'again' && !maySettle(mailing.state)) return { refused: 'cancelled' };
  const settled =
    as === 'sent'
      ? { state: 'sent', settledAt: now(), reason: null }
      : { state: 'queued', tries: 0, dueAt: now(), settledAt: null, reason: null };
  const { count } = await tx.mailingReader.updateMany({
    where: { state: 'uncertain', mailingId, id: readerId },
    data: settled,
  });
  if (count === 0) return { refused: 'nobody' };
  const { documentId } = mailing;
  if (as === 'again' && !(await keepReaderEditions(tx, { mailingId, documentId }))) {
    return { refused: 'not-published' };
  }
  if (as === 'again' && mailing.state === 'done') {
    await tx.mailing.update({
      where: { id: mailingId },
      data: { state: 'running', finishedAt: null },
      select: { id: true },
    });
  }
  await record(tx, actor, {
    name: 'mailing.settled',
    subject: { type: 'mailing', id: mailingId },
    facts: { count, sent: as === 'sent' },
  });
  return { ok: true, count };
}
