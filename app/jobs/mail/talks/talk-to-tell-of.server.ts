import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { MailOnItsWay } from '#app/domain/outbox/keep-sending.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/**
 * The talk that a mail is about, as it stands now; null for any other mail. A mail that would say what no longer holds
 * is overtaken: another one says what does.
 */
export async function talkToTellOf(
  tx: Tx,
  { template, facts, personId }: MailOnItsWay,
): Promise<MeetingView | null | 'overtaken'> {
  if (template !== 'talk-invitation' && template !== 'talk-cancelled') return null;
  const talk = await readMeeting(tx, String(facts.meetingId));
  if (!talk) return 'overtaken';
  const isInvited = talk.state !== 'cancelled' && talk.invited.some(({ id }) => id === personId);
  return isInvited === (template === 'talk-invitation') ? talk : 'overtaken';
}
