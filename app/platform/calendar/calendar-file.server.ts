import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { now } from '../clock/clock.server.ts';
import { timeZoneRules } from './time-zone-rules.ts';

/** `publish` is a file to put into a calendar; the other two speak to the calendar of whoever gets the mail. */
export type CalendarMethod = 'publish' | 'request' | 'cancel';

export type CalendarEntry = {
  /** The same for ever, whatever changes: by it calendars know which entry is meant. */
  uid: string;
  /** Raised with each change. */
  sequence: number;
  title: string;
  place: string;
  text: string;
  url: string | null;
  from: Date;
  to: Date;
  timeZone: string;
  organiser: { name: string; address: string };
  /** Whose calendar it is for. */
  attendee: { name: string; address: string } | null;
};

const methods: Record<CalendarMethod, ICalCalendarMethod> = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
};

/** A name stands between quotation marks there, which nothing in it may close; a line's end would begin a new property. */
const parameter = (text: string) => plain(text).replace(/["\\]/g, '’');

/** Text as one line after another, without what no calendar shows. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must not come through
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** One entry as calendars exchange it (RFC 5545), in its own time zone, with that zone's rules in it. */
export function calendarFile(method: CalendarMethod, entry: CalendarEntry): string {
  const { timeZone, from, to, organiser, attendee } = entry;
  const calendar = ical({
    prodId: { company: 'Everyhand', product: 'Team talks' },
    method: methods[method],
    // Without a name of its own: in the calendar's zone it would write the stamp, which has to be in UTC.
    timezone: { name: null, generator: (zone) => timeZoneRules(zone, from) },
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: now(),
    start: zoned(from, timeZone),
    end: zoned(to, timeZone),
    timezone: timeZone,
    summary: plain(entry.title),
    location: plain(entry.place),
    description: plain(entry.text),
    organizer: { name: parameter(organiser.name), email: organiser.address },
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (entry.url) event.url(entry.url);
  if (attendee) {
    event.createAttendee({
      name: parameter(attendee.name),
      email: attendee.address,
      rsvp: false,
      status: ICalAttendeeStatus.NEEDSACTION,
    });
  }
  return calendar.toString();
}
