import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { maySettle } from '../mailing.ts';
import { keepReaderEditions } from './keep-reader-editions.server.ts';

export type RetryFailedRefusal = 'not-allowed' | 'no-such-mailing' | 'cancelled' | 'nobody' | 'not-published';

/** Everybody to whom it could not be sent, or one of them, waits for another turn. */
export async function retryFailed(
  tx: Tx,
  actor: Actor,
  { mailingId, readerId }: { mailingId: string; readerId?: string },
): Promise<{ ok: true; count: number } | Refused<RetryFailedRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({
    where: { id: mailingId },
    select: { state: true, documentId: true },
  });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (!maySettle(mailing.state)) return { refused: 'cancelled' };
  const { count } = await tx.mailingReader.updateMany({
    where: { state: 'failed', mailingId, id: readerId },
    data: { state: 'queued', tries: 0, dueAt: now(), settledAt: null, reason: null },
  });
  if (count === 0) return { refused: 'nobody' };
  const { documentId } = mailing;
  if (!(await keepReaderEditions(tx, { mailingId, documentId }))) return { refused: 'not-published' };
  if (mailing.state === 'done') {
    await tx.mailing.update({
      where: { id: mailingId },
      data: { state: 'running', finishedAt: null },
      select: { id: true },
    });
  }
  await record(tx, actor, {
    name: 'mailing.retried',
    subject: { type: 'mailing', id: mailingId },
    facts: { count },
  });
  return { ok: true, count };
}
