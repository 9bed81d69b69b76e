import { keepReaderOutcome } from '#app/domain/culture/mailings/readers/keep-reader-outcome.server.ts';
import type { TakenReader } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import { takeReader } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import type { ReaderToMail } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import { readReaderToMail } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import type { MailReason } from '#app/domain/outbox/mail.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

export type BegunReader = { taken: TakenReader; person: ReaderToMail & { email: string } };

/** Why somebody who was written down gets nothing after all. */
function leftOut(person: ReaderToMail | null): MailReason | null {
  if (!person?.employed) return 'left';
  if (person.email === null) return 'no-address';
  return person.wanted ? null : 'unsubscribed';
}

/**
 * Marks a mail as on its way. Null where they are left out; `not-waiting` where somebody else has it, or the mailing
 * stands still.
 */
export async function beginReader(
  tx: Tx,
  readerId: string,
  today: string,
): Promise<BegunReader | 'not-waiting' | null> {
  const taken = await takeReader(tx, readerId);
  if (!taken) return 'not-waiting';
  const person = await readReaderToMail(tx, taken.personId, today);
  const reason = leftOut(person);
  if (!reason && person?.email) return { taken, person: { ...person, email: person.email } };
  const outcome = { state: 'left-out', reason: storedReason(reason ?? 'no-address') } as const;
  await keepReaderOutcome(tx, { readerId, tries: taken.tries, outcome });
  return null;
}
