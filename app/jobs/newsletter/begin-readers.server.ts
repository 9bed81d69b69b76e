import type { Settled } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import { keepReaderOutcomes } from '#app/domain/culture/mailings/readers/keep-reader-outcomes.server.ts';
import type { TakenReader } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import { takeReaders } from '#app/domain/culture/mailings/readers/reader-steps.sql.server.ts';
import type { ReaderToMail } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import { readReadersToMail } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import type { MailReason } from '#app/domain/outbox/mail.ts';
import { storedReason } from '#app/domain/outbox/mail.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

export type BegunReader = { taken: TakenReader; person: ReaderToMail & { email: string } };

/** `begun` are on their way; the others of those who were `taken` are left out. */
export type BegunTurn = { taken: number; begun: BegunReader[] };

/** Why somebody who was written down gets nothing after all. */
function leftOut(person: ReaderToMail | undefined): MailReason | null {
  if (!person?.employed) return 'left';
  if (person.email === null) return 'no-address';
  return person.wanted ? null : 'unsubscribed';
}

/** Marks mails as on their way. Nobody is taken whom somebody else has, or whose mailing stands still. */
export async function beginReaders(tx: Tx, readerIds: readonly string[], today: string): Promise<BegunTurn> {
  const taken = await takeReaders(tx, readerIds);
  if (taken.length === 0) return { taken: 0, begun: [] };
  const people = await readReadersToMail(
    tx,
    taken.map(({ personId }) => personId),
    today,
  );
  const byId = new Map(people.map((person) => [person.personId, person]));
  const begun: BegunReader[] = [];
  const out: Settled[] = [];
  for (const one of taken) {
    const person = byId.get(one.personId);
    const reason = leftOut(person);
    if (!reason && person?.email) {
      begun.push({ taken: one, person: { ...person, email: person.email } });
      continue;
    }
    const outcome = { state: 'left-out', reason: storedReason(reason ?? 'no-address') } as const;
    out.push({ readerId: one.id, tries: one.tries, outcome });
  }
  await keepReaderOutcomes(tx, out);
  return { taken: taken.length, begun };
}
