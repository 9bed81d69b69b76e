import { setTimeout } from 'node:timers/promises';
import { refusalsInARow } from '#app/domain/culture/mailings/mailing.ts';
import type { RunningMailing } from '#app/domain/culture/mailings/readers/due-reads.server.ts';
import type { Settled } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Out } from '../mail/deliver-mail.server.ts';
import { deliverMail, isUnreachable } from '../mail/deliver-mail.server.ts';
import type { BegunReader } from './begin-readers.server.ts';
import { makeIssueMessage } from './make-issue-message.server.ts';
import type { RoundFacts } from './round-facts.server.ts';
import type { Turns } from './turns.server.ts';
import type { Others } from './watch-others.server.ts';
import { lookEvery } from './watch-others.server.ts';

type Sending = {
  mailing: RunningMailing;
  out: Out;
  turns: Turns;
  others: Others;
  facts: () => Promise<RoundFacts>;
};

export type SentTurn = {
  settled: Settled[];
  /** Those whose conversation has certainly not begun. */
  released: string[];
  /** What it came to where that is more than its end. */
  because: 'unreachable' | 'refused' | null;
};

/** Once it is about one reader; time and again it is about the mailing, or about us. */
function isAboutUs(outcome: MailOutcome): boolean {
  if (outcome.state === 'put-off') return outcome.reason.startsWith('not-made');
  return outcome.state !== 'sent';
}

async function toMake({ taken, person }: BegunReader, { company, functions, mailing }: RoundFacts) {
  const { personId: id, name, language, departmentId, email } = person;
  return {
    messageId: taken.messageId,
    company,
    mailing: await mailing(taken),
    person: { id, name, language, functions: functions.get(departmentId) ?? [] },
    to: { name, email },
    isTest: false,
  };
}

/** Working hours begin and end with a minute, whatever the clocks do. */
const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000);

/**
 * Whether what held when the turn was taken holds still: nobody has written anything, so there is no pause, no new
 * address and no mail that somebody waits for; and the hours are the same.
 */
function watchTurn({ mailing, out, turns, others }: Sending): () => Promise<boolean> {
  const begunAt = performance.now();
  const minute = minuteOf(now());
  return async () => {
    const wait = turns.wait(mailing);
    if (wait > 0) await setTimeout(Math.ceil(wait));
    const isOld = performance.now() - begunAt > lookEvery || minuteOf(now()) !== minute;
    return !isOld && !out.stop.aborted && !others.wrote();
  };
}

/** One after the other, as long as nothing comes between. */
export async function sendTurn(begun: readonly BegunReader[], sending: Sending): Promise<SentTurn> {
  const { mailing, out, turns, facts } = sending;
  const holds = watchTurn(sending);
  const settled: Settled[] = [];
  const end = (because: SentTurn['because']): SentTurn => ({
    settled,
    released: begun.slice(settled.length).map(({ taken }) => taken.id),
    because,
  });
  for (const one of begun) {
    if (settled.length > 0 && !(await holds())) return end(null);
    turns.begins(mailing.id);
    const { id: readerId, tries } = one.taken;
    const make = async () => makeIssueMessage(await toMake(one, await facts()), out.settings);
    const outcome = await deliverMail(readerId, make, out);
    settled.push({ readerId, tries, outcome });
    if (isUnreachable(outcome)) return end('unreachable');
    if (turns.settled(mailing.id, isAboutUs(outcome)) >= refusalsInARow) return end('refused');
  }
  return end(null);
}
