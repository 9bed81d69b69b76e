import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { queueTalkMails } from './queue-talk-mails.server.ts';

/** Who comes later, by a change, is told by that. */
export async function mailPlannedTalk(
  tx: Tx,
  _seq: number,
  { meetingId }: EventFacts<'meeting.planned'>,
): Promise<void> {
  const talk = await readMeeting(tx, meetingId);
  if (!talk || talk.state === 'cancelled') return;
  const to = talk.invited.map(({ id }) => id);
  await queueTalkMails(tx, { talk, template: 'talk-invitation', sequence: 0, isChange: false, to });
}
