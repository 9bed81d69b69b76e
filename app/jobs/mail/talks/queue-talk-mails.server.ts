import { system } from '#app/domain/actor/actor.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

type Tidings = {
  talk: MeetingView;
  template: 'talk-invitation' | 'talk-cancelled';
  /** The number of the change that they are about: the same told twice is told once. */
  sequence: number;
  isChange: boolean;
  to: readonly string[];
};

/** One mail to each who has an address. Of a talk that is over nobody is told. */
export async function queueTalkMails(
  tx: Tx,
  { talk, template, sequence, isChange, to }: Tidings,
): Promise<void> {
  if (spanOf(talk).to <= now()) return;
  const people = await tx.person.findMany({
    where: { id: { in: [...to] }, email: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: personId } of people) {
    const key = `${template} ${talk.id} ${sequence} ${personId}`;
    const facts = { meetingId: talk.id, isChange: isChange ? 1 : 0 };
    await queueMail(tx, system, { key, template, personId, facts });
  }
}
