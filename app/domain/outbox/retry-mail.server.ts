import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { maySendAgain } from './mail.ts';

export type RetryMailRefusal = 'not-allowed' | 'no-such-mail' | 'not-stopped';

/** Lets a mail that has failed, or may have arrived, go once more. Only ever because a person wants it. */
export async function retryMail(
  tx: Tx,
  actor: Actor,
  { mailId }: { mailId: string },
): Promise<{ ok: true } | Refused<RetryMailRefusal>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { state: true } });
  if (!mail) return { refused: 'no-such-mail' };
  if (!maySendAgain(mail.state)) return { refused: 'not-stopped' };
  await tx.mail.update({
    where: { id: mailId },
    data: { state: 'queued', tries: 0, nextAt: now(), settledAt: null, reason: null },
    select: { id: true },
  });
  await record(tx, actor, { name: 'mail.retried', subject: { type: 'mail', id: mailId }, facts: {} });
  return { ok: true };
}
