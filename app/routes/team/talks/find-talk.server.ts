import { redirect } from '@remix-run/node';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { readMeeting } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay, formatZonedSpan } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound } from '../../guards.server.ts';

/** The talk of that name, where the reader heads its department; 404 elsewhere. */
export async function findTalk(actor: PersonActor, id: string | undefined): Promise<MeetingView> {
  const meeting = await readMeeting(reader, id ?? '');
  return meeting && mayLeadTalks(actor, meeting.departmentId) ? meeting : notFound();
}

/** One that is still planned. Of any other its page says what became of it, to whoever pressed twice, too. */
export async function findPlannedTalk(actor: PersonActor, id: string | undefined): Promise<MeetingView> {
  const meeting = await findTalk(actor, id);
  if (meeting.state !== 'planned') throw redirect(`/team/talks/${meeting.id}`, 303);
  return meeting;
}

export function writingFor(actor: PersonActor, request: Request) {
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  const zone = actor.siteTimeZone;
  return {
    locale,
    day: (date: string) => formatShortDay(date, locale),
    dayOf: (at: Date) => formatShortDay(dateIn(zone, at), locale),
    /** Its day has come, where it takes place. */
    hasCome: ({ day, timeZone }: MeetingView) => day <= dateIn(timeZone),
    when: (meeting: MeetingView) => {
      const { from, to } = spanOf(meeting);
      return formatZonedSpan(from, to, locale, meeting.timeZone);
    },
  };
}
