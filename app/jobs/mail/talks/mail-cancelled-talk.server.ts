import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { queueTalkMails } from './queue-talk-mails.server.ts';

export async function mailCancelledTalk(
  tx: Tx,
  _seq: number,
  { meetingId, sequence }: EventFacts<'meeting.cancelled'>,
): Promise<void> {
  const talk = await readMeeting(tx, meetingId);
  if (!talk) return;
  const to = talk.invited.map(({ id }) => id);
  await queueTalkMails(tx, { talk, template: 'talk-cancelled', sequence, isChange: true, to });
}
