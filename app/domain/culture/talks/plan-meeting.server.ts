import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { TermsRefusal } from './check-terms-reads.server.ts';
import { checkTerms } from './check-terms-reads.server.ts';
import type { MeetingTerms } from './meeting.ts';

export type PlanMeetingRefusal = 'not-allowed' | TermsRefusal;

/** Plans a talk of a department, in the time zone of whoever plans it. Who is invited hears of it by mail. */
export async function planMeeting(
  tx: Tx,
  actor: PersonActor,
  input: MeetingTerms & { departmentId: string },
): Promise<{ ok: true; meetingId: string } | Refused<PlanMeetingRefusal>> {
  const { departmentId, plan: _plan, people, ...terms } = input;
  if (!mayLeadTalks(actor, departmentId)) return { refused: 'not-allowed' };
  const timeZone = actor.siteTimeZone;
  const checked = await checkTerms(tx, actor, input, { timeZone, invited: [], documentId: null });
  if ('refused' in checked) return checked;
  const id = ulid();
  const { documentId } = checked;
  await tx.meeting.create({
    data: {
      id,
      departmentId,
      documentId,
      ...terms,
      timeZone,
      plannedById: actor.id,
      plannedAt: now(),
      sequence: 0,
      invited: { create: [...new Set(people)].map((personId) => ({ personId, invitedAt: now() })) },
    },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'meeting.planned',
    subject: { type: 'meeting', id },
    facts: { meetingId: id, departmentId, documentId, kind: terms.kind, day: terms.day },
  });
  return { ok: true, meetingId: id };
}
