import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { meetingToKeep } from './meeting-reads.server.ts';

export type CancelMeetingRefusal = 'no-such-meeting' | 'over';

/** Calls a planned talk off; calendars take it out. */
export async function cancelMeeting(
  tx: Tx,
  actor: PersonActor,
  { meetingId }: { meetingId: string },
): Promise<{ ok: true } | Refused<CancelMeetingRefusal>> {
  const meeting = await meetingToKeep(tx, actor, meetingId);
  if (!meeting) return { refused: 'no-such-meeting' };
  if (meeting.state === 'cancelled') return { ok: true };
  if (meeting.state === 'held') return { refused: 'over' };
  const sequence = meeting.sequence + 1;
  await tx.meeting.update({ where: { id: meetingId }, data: { sequence }, select: { id: true } });
  await tx.meetingCancellation.create({
    data: { meetingId, cancelledAt: now(), cancelledById: actor.id },
    select: { meetingId: true },
  });
  await record(tx, actor, {
    name: 'meeting.cancelled',
    subject: { type: 'meeting', id: meetingId },
    facts: { meetingId, sequence },
  });
  return { ok: true };
}
