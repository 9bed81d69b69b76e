import { dueAheadAtMost } from '#app/domain/action-items/action-item.ts';
import { agreeAction } from '#app/domain/action-items/agree-action.server.ts';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { Holding } from './meeting.ts';
import { meetingToKeep } from './meeting-reads.server.ts';

export type HoldMeetingRefusal =
  | 'no-such-meeting'
  | 'over'
  | 'not-yet'
  | 'nobody'
  | 'not-invited'
  | 'no-guests'
  | 'unknown-action'
  | 'owner'
  | 'due';

/** A talk was held: who was there, what became of what was agreed before, and what is agreed now. */
export async function holdMeeting(
  tx: Tx,
  actor: PersonActor,
  { meetingId, attended, guests, earlier, agreed }: Holding & { meetingId: string },
): Promise<{ ok: true } | Refused<HoldMeetingRefusal>> {
  const meeting = await meetingToKeep(tx, actor, meetingId);
  if (!meeting) return { refused: 'no-such-meeting' };
  if (meeting.state !== 'planned') return { refused: 'over' };
  const today = dateIn(meeting.timeZone);
  if (today < meeting.day) return { refused: 'not-yet' };
  const { departmentId, documentId, invited } = meeting;
  if (attended.length + guests.length === 0) return { refused: 'nobody' };
  if (attended.some((id) => !invited.includes(id))) return { refused: 'not-invited' };
  if (guests.length > 0 && meeting.kind !== 'guests') return { refused: 'no-guests' };
  if (agreed.some(({ ownerId }) => !invited.includes(ownerId))) return { refused: 'owner' };
  const latest = daysAfter(today, dueAheadAtMost);
  if (agreed.some(({ dueOn }) => dueOn < meeting.day || dueOn > latest)) return { refused: 'due' };
  for (const { id: actionId, outcome, reason } of earlier) {
    if (outcome === 'open') continue;
    const settled = await settleAction(tx, actor, { actionId, outcome, reason: reason ?? null });
    if ('refused' in settled) return { refused: 'unknown-action' };
  }
  await tx.meetingInvitation.updateMany({ where: { meetingId }, data: { attended: false } });
  await tx.meetingInvitation.updateMany({
    where: { meetingId, personId: { in: attended } },
    data: { attended: true },
  });
  const names = guests.map((firstName, position) => ({ meetingId, position, firstName }));
  if (names.length > 0) await tx.meetingGuest.createMany({ data: names });
  await tx.meetingHolding.create({
    data: { meetingId, heldAt: now(), heldById: actor.id },
    select: { meetingId: true },
  });
  for (const one of agreed) {
    const origin = { type: 'meeting', id: meetingId };
    const made = await agreeAction(tx, actor, { ...one, departmentId, origin });
    if ('refused' in made) return { refused: 'owner' };
  }
  await record(tx, actor, {
    name: 'meeting.held',
    subject: { type: 'meeting', id: meetingId },
    facts: {
      departmentId,
      documentId,
      attended: attended.length,
      guests: guests.length,
      agreed: agreed.length,
    },
  });
  return { ok: true };
}
