import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { EventFacts } from '#app/domain/events/catalogue.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { queueTalkMails } from './queue-talk-mails.server.ts';

/** What a calendar does not show need not be told. */
const untold = new Set(['documentId', 'kind']);

/** The new ones are invited, those who are not to come any more are told so, the others only what concerns them. */
export async function mailChangedTalk(
  tx: Tx,
  _seq: number,
  { meetingId, sequence, fields, addedIds, removedIds }: EventFacts<'meeting.changed'>,
): Promise<void> {
  const talk = await readMeeting(tx, meetingId);
  if (!talk || talk.state === 'cancelled') return;
  const common = { talk, sequence };
  await queueTalkMails(tx, { ...common, template: 'talk-cancelled', isChange: true, to: removedIds });
  await queueTalkMails(tx, { ...common, template: 'talk-invitation', isChange: false, to: addedIds });
  if (fields.every((field) => untold.has(field))) return;
  const others = talk.invited.map(({ id }) => id).filter((id) => !addedIds.includes(id));
  await queueTalkMails(tx, { ...common, template: 'talk-invitation', isChange: true, to: others });
}
