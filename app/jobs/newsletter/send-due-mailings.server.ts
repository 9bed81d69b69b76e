import { system } from '#app/domain/actor/actor.ts';
import { refusalsInARow } from '#app/domain/culture/mailings/mailing.ts';
import { pauseMailing } from '#app/domain/culture/mailings/pause-mailing.server.ts';
import type { Settled } from '#app/domain/culture/mailings/readers/keep-reader-outcome.server.ts';
import { keepReaderOutcome } from '#app/domain/culture/mailings/readers/keep-reader-outcome.server.ts';
import type { MailOutcome } from '#app/domain/outbox/keep-outcome.server.ts';
import { dueMails } from '#app/domain/outbox/mail-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { commitCount, reader, transact } from '#app/platform/db/database.server.ts';
import type { Out } from '../mail/deliver-mail.server.ts';
import { deliverMail, isUnreachable } from '../mail/deliver-mail.server.ts';
import { sendDueMails } from '../mail/send-due-mails.server.ts';
import type { BegunReader } from './begin-reader.server.ts';
import { beginReader } from './begin-reader.server.ts';
import type { RoundFacts } from './round-facts.server.ts';
import { keepRoundFacts } from './round-facts.server.ts';
import { makeIssueMessage } from './make-issue-message.server.ts';
import type { Pace, Turn } from './turns.server.ts';
import { takeTurns } from './turns.server.ts';

/** `again`: in how many milliseconds the next mail may go, where only the pace holds it back. */
export type MailingRound = { state: 'done' | 'unreachable'; again: number | null };

/** In milliseconds: so often the outbox is asked for what was put off. */
const lookEvery = 250;

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

/**
 * Whether other mail waits. Where nobody but this loop has written meanwhile there is none that is new, and what was put
 * off may wait a moment longer.
 */
function watchOthers() {
  let known = NaN;
  let askedAt = 0;
  return {
    wait: async () => {
      if (commitCount() === known && performance.now() - askedAt < lookEvery) return false;
      known = commitCount();
      askedAt = performance.now();
      return (await dueMails(reader, 1)).length > 0;
    },
    mine: async <T>(write: () => Promise<T>): Promise<T> => {
      const before = commitCount();
      const written = await write();
      if (before === known && commitCount() === before + 1) known += 1;
      return written;
    },
  };
}

/**
 * Sends the newsletter to those whose turn it is, one after the other; whatever else wants to leave goes first. One
 * commit a mail: what became of the last one is written down with that the next is on its way.
 */
export async function sendDueMailings(out: Out, pace: Pace): Promise<MailingRound> {
  // Its links would lead nowhere.
  if (!out.settings.linkBase) return { state: await sendDueMails(out), again: null };
  const turns = takeTurns(pace);
  const facts = keepRoundFacts();
  const others = watchOthers();
  let settled: Settled | null = null;
  const next = async (readerId: string | null) => {
    const before = settled;
    settled = null;
    if (!before && !readerId) return null;
    const today = readerId ? dateIn((await facts()).company.timeZone) : '';
    return others.mine(() =>
      transact(async (tx) => {
        if (before) await keepReaderOutcome(tx, before);
        return readerId ? beginReader(tx, readerId, today) : null;
      }),
    );
  };
  for (;;) {
    if (out.stop.aborted || (await others.wait())) {
      await next(null);
      const first = await sendDueMails(out);
      if (out.stop.aborted || first === 'unreachable') return { state: first, again: null };
    }
    const turn: Turn = await turns.next();
    if (turn.readerId === null) {
      await next(null);
      await turns.finish();
      return { state: 'done', again: turn.again };
    }
    const { mailingId } = turn;
    const begun = await next(turn.readerId);
    if (begun === 'not-waiting') turns.lookAgain();
    if (!begun || begun === 'not-waiting') continue;
    turns.taken(mailingId);
    const { id: readerId, tries } = begun.taken;
    const make = async () => makeIssueMessage(await toMake(begun, await facts()), out.settings);
    const outcome = await deliverMail(readerId, make, out);
    settled = { readerId, tries, outcome };
    if (isUnreachable(outcome)) {
      await next(null);
      return { state: 'unreachable', again: null };
    }
    if (turns.settled(mailingId, isAboutUs(outcome)) < refusalsInARow) continue;
    await next(null);
    await transact((tx) => pauseMailing(tx, system, { mailingId, because: 'refused' }));
    pace.delete(mailingId);
    turns.lookAgain();
  }
}
