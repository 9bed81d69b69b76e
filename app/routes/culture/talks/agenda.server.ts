import { readOpenActions } from '#app/domain/action-items/action-reads.server.ts';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { readMeetingFor } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';

/**
 * What a talk begins with: all that is still open of what its department agreed before. For whoever leads that talk or
 * heads the department, and where the plan is that talk's; null otherwise.
 */
export async function readAgenda(
  actor: PersonActor,
  slug: string,
  meetingId: string | null,
  locale: string,
): Promise<{ id: string; actions: ShownAction[] } | null> {
  const meeting = meetingId ? await readMeetingFor(reader, actor, meetingId) : null;
  if (!meeting || meeting.plan !== slug) return null;
  const { id, departmentId, facilitator } = meeting;
  if (facilitator.id !== actor.id && !mayLeadTalks(actor, departmentId)) return null;
  const zone = actor.siteTimeZone;
  const writing = {
    day: (date: string) => formatShortDay(date, locale),
    dayOf: (at: Date) => formatShortDay(dateIn(zone, at), locale),
  };
  const open = await readOpenActions(reader, [departmentId]);
  return { id, actions: open.map((line) => showAction(line, writing)) };
}
