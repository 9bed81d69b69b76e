import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { TermsRefusal } from './check-terms-reads.server.ts';
import { checkTerms } from './check-terms-reads.server.ts';
import type { MeetingTerms } from './meeting.ts';
import { meetingToKeep } from './meeting-reads.server.ts';

export type ChangeMeetingRefusal = 'no-such-meeting' | 'over' | TermsRefusal;

/** Another day, place, plan or other people. Calendars hear of it by the same name and a higher number. */
export async function changeMeeting(
  tx: Tx,
  actor: PersonActor,
  input: MeetingTerms & { meetingId: string },
): Promise<{ ok: true } | Refused<ChangeMeetingRefusal>> {
  const { meetingId, plan: _plan, people, ...terms } = input;
  const meeting = await meetingToKeep(tx, actor, meetingId);
  if (!meeting) return { refused: 'no-such-meeting' };
  if (meeting.state !== 'planned') return { refused: 'over' };
  const { timeZone, invited } = meeting;
  const checked = await checkTerms(tx, actor, input, { timeZone, invited, documentId: meeting.documentId });
  if ('refused' in checked) return checked;
  const next = { ...terms, documentId: checked.documentId };
  const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
    (field) => next[field] !== meeting[field],
  );
  const addedIds = [...new Set(people)].filter((id) => !invited.includes(id));
  const removedIds = invited.filter((id) => !people.includes(id));
  if (fields.length + addedIds.length + removedIds.length === 0) return { ok: true };
  const sequence = meeting.sequence + 1;
  await tx.meetingInvitation.deleteMany({ where: { meetingId, personId: { in: removedIds } } });
  await tx.meeting.update({
    where: { id: meetingId },
    data: {
      ...next,
      sequence,
      invited: { create: addedIds.map((personId) => ({ personId, invitedAt: now() })) },
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'meeting.changed',
    subject: { type: 'meeting', id: meetingId },
    facts: { meetingId, sequence, fields, addedIds, removedIds },
  });
  return { ok: true };
}
