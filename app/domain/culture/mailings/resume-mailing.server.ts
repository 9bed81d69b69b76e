import type { Actor } from '#app/domain/actor/actor.ts';
import { maySendMailings } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayGoOn } from './mailing.ts';

export type ResumeMailingRefusal = 'not-allowed' | 'no-such-mailing' | 'not-paused';

/** Goes on with those who still wait. */
export async function resumeMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true } | Refused<ResumeMailingRefusal>> {
  if (!maySendMailings(actor)) return { refused: 'not-allowed' };
  const mailing = await tx.mailing.findUnique({ where: { id: mailingId }, select: { state: true } });
  if (!mailing) return { refused: 'no-such-mailing' };
  if (!mayGoOn(mailing.state)) return { refused: 'not-paused' };
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
