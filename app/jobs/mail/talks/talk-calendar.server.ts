import { calendarName } from '#app/domain/culture/talks/calendar-name.ts';
import type { MeetingView } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import { calendarFile } from '#app/platform/calendar/calendar-file.server.ts';
import type { MailToMake } from '../begin-sending.server.ts';

/** Under our own address as the operator gave it. */
export function talkPage(linkBase: string, meetingId: string): string {
  return new URL(`/talks/meetings/${meetingId}`, linkBase).href;
}

type Telling = Pick<MailToMake, 'mail' | 'to'> & {
  talk: MeetingView;
  page: string | null;
  sender: { address: string };
};

/**
 * The entry beside the mail. It comes from the address that the mail comes from: a change or an end that another one
 * sent would be ignored.
 */
export function talkCalendar({ mail, talk, page, sender, to }: Telling): { method: string; content: string } {
  const { id, sequence, title, place, timeZone, facilitator } = talk;
  const method = mail.template === 'talk-cancelled' ? 'cancel' : 'request';
  const content = calendarFile(method, {
    uid: calendarName(id),
    sequence,
    title,
    place,
    text: page ?? '',
    url: page,
    ...spanOf(talk),
    timeZone,
    organiser: { name: facilitator.name, address: sender.address },
    attendee: { name: to.name, address: to.email },
  });
  return { method: method.toUpperCase(), content };
}
