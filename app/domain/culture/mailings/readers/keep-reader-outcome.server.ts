import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { nextSending } from '#app/domain/outbox/send-schedule.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { putReader } from './reader-steps.sql.server.ts';

export type ReaderOutcome = MailOutcome | { state: 'left-out'; reason: string };

export type Settled = { readerId: string; tries: number; outcome: ReaderOutcome };

/** What became of a mail that was on its way. Put off once too often, it has failed. */
export async function keepReaderOutcome(tx: Tx, { readerId, tries, outcome }: Settled): Promise<void> {
  const at = now();
  const dueAt = outcome.state === 'put-off' ? nextSending(tries, at) : null;
  const reason = outcome.state === 'sent' ? null : outcome.reason;
  if (dueAt) return putReader(tx, readerId, { state: 'queued', reason, settledAt: null, dueAt });
  const state = outcome.state === 'put-off' ? 'failed' : outcome.state;
  return putReader(tx, readerId, { state, reason, settledAt: at, dueAt: null });
}
