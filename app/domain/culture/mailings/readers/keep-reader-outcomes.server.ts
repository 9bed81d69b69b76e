import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { nextSending } from '#app/domain/outbox/send-schedule.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Step } from './reader-steps.sql.server.ts';
import { putReaders } from './reader-steps.sql.server.ts';

export type ReaderOutcome = MailOutcome | { state: 'left-out'; reason: string };

export type Settled = { readerId: string; tries: number; outcome: ReaderOutcome };

/** Put off once too often, it has failed. */
function stepOf({ readerId, tries, outcome }: Settled): Step {
  const at = now();
  const dueAt = outcome.state === 'put-off' ? nextSending(tries, at) : null;
  const reason = outcome.state === 'sent' ? null : outcome.reason;
  if (dueAt) return { readerId, state: 'queued', reason, settledAt: null, dueAt };
  const state = outcome.state === 'put-off' ? 'failed' : outcome.state;
  return { readerId, state, reason, settledAt: at, dueAt: null };
}

/** What became of mails that were on their way. */
export async function keepReaderOutcomes(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await putReaders(tx, settled.map(stepOf));
}
