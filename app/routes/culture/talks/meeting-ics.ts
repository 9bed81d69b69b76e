import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarName } from '#app/domain/culture/talks/calendar-name.ts';
import { readMeetingFor } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { calendarFile } from '#app/platform/calendar/calendar-file.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { notFound, requirePerson } from '../../guards.server.ts';

/** No mail comes from it: it only has to be an address. */
const nobody = 'everyhand@localhost';

/** The talk as a file for one's own calendar, under the name that its mails have, so that it stands there once. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const meeting = await readMeetingFor(reader, actor, args.params.meeting ?? '');
  if (!meeting) return notFound();
  const { id, title, place, timeZone, sequence, facilitator, state } = meeting;
  const base = mailSettings()?.linkBase;
  const page = base ? new URL(`/talks/meetings/${id}`, base).href : null;
  const content = calendarFile(state === 'cancelled' ? 'cancel' : 'publish', {
    uid: calendarName(id),
    sequence,
    title,
    place,
    text: page ?? '',
    url: page,
    ...spanOf(meeting),
    timeZone,
    organiser: { name: facilitator.name, address: nobody },
    attendee: null,
  });
  return new Response(content, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="talk.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
