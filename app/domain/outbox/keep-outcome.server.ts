import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { nextSending } from './send-schedule.ts';

export type MailOutcome =
  | { state: 'sent' }
  | { state: 'failed' | 'uncertain'; reason: string }
  | { state: 'put-off'; reason: string };

/** What became of a mail that was on its way. Put off once too often, it has failed. */
export async function keepOutcome(
  tx: Tx,
  { mailId, outcome }: { mailId: string; outcome: MailOutcome },
): Promise<void> {
  const onItsWay = { id: mailId, state: 'sending' };
  const mail = await tx.mail.findFirst({ where: onItsWay, select: { tries: true } });
  if (!mail) return;
  const at = now();
  const nextAt = outcome.state === 'put-off' ? nextSending(mail.tries, at) : null;
  const reason = outcome.state === 'sent' ? null : outcome.reason;
  const state = outcome.state === 'put-off' ? 'failed' : outcome.state;
  await tx.mail.updateMany({
    where: onItsWay,
    data: nextAt ? { state: 'queued', nextAt, reason } : { state, settledAt: at, reason },
  });
}
