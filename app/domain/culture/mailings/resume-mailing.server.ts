import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayGoOn } from './mailing.ts';
import { keepReaderEditions } from './readers/keep-reader-editions.server.ts';

export type ResumeMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'not-paused' | 'not-published';

/** Goes on with those who still wait: they get what people can read by now. */
export async function resumeMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true } | Refused<ResumeMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({
    where: { id: mailingId },
    select: { state: true, documentId: true },
  });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (!mayGoOn(mailing.state)) return { refused: 'not-paused' };
  const { documentId } = mailing;
  if (!(await keepReaderEditions(tx, { mailingId, documentId }))) return { refused: 'not-published' };
  await tx.mailing.update({
    where: { id: mailingId },
    data: { state: 'running', pausedFor: null },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'mailing.resumed',
    subject: { type: 'mailing', id: mailingId },
    facts: {},
  });
  return { ok: true };
}
