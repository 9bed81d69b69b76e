import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelMeeting } from '#app/domain/culture/talks/cancel-meeting.server.ts';
import { changeMeeting } from '#app/domain/culture/talks/change-meeting.server.ts';
import { workOnce } from '#app/jobs/worker.server.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { readCalendar } from '../../support/calendar.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { readRaw, startMailServer } from '../../support/mail-server.ts';
import { sendOnce, settingsFor } from '../../support/outbox.ts';
import { done } from '../../support/staff.ts';
import type { TalkingCompany } from '../../support/talking.ts';
import { forgetTalks, planned, talkingCompany, termsFor } from '../../support/talking.ts';

let database: TestDatabase;
let company: TalkingCompany;
let server: MailServer;

const start = new Date('2026-03-10T08:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  company = await talkingCompany(database.folder);
  await transact((tx) => tx.site.updateMany({ data: { timeZone: 'Europe/Warsaw' } }));
  company.head = { ...company.head, siteTimeZone: 'Europe/Warsaw' };
  await underClock(start, workOnce);
});

beforeEach(async () => {
  server = await startMailServer();
});

afterEach(async () => {
  await server.close();
  await forgetTalks();
});

afterAll(() => database.close());

async function deliver(): Promise<void> {
  await workOnce();
  await sendOnce(settingsFor(server.url));
}

/** What has come since the last look, by whom it is for. */
function come() {
  const mails = server.received.splice(0).map(({ to, raw }) => {
    const { headers, text } = readRaw(raw);
    const part = /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw)!;
    const isBase64 = /base64/i.test(part[0]);
    const body = isBase64
      ? Buffer.from(part[1]!, 'base64').toString()
      : Buffer.from(
          part[1]!
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
          'latin1',
        ).toString();
    return {
      to,
      subject: headers.subject ?? '',
      from: headers.from ?? '',
      text,
      calendar: readCalendar(body),
    };
  });
  return mails.toSorted((a, b) => (a.to < b.to ? -1 : 1));
}

describe('a talk that is planned', () => {
  test('comes by mail and calendar to everyone invited who has an address, once', () =>
    underClock(start, async () => {
      const meetingId = await planned(company);
      await deliver();
      await deliver();
      const mails = come();
      expect(mails.map(({ to }) => to)).toEqual(['ada-kowalska@example.com', 'ben-nowicki@example.com']);
      const [first] = mails;
      expect(first!.subject).toMatch(/Team talk: Who has it/);
      expect(first!.text).toContain('Where: Canteen');
      expect(first!.text).toContain(`https://learn.example.com/talks/meetings/${meetingId}`);
      const { method, event } = first!.calendar;
      expect(method).toBe('REQUEST');
      expect(event).toMatchObject({ SEQUENCE: '0', 'DTSTART;TZID=Europe/Warsaw': '20260312T093000' });
      const organiser = Object.entries(event).find(([name]) => name.startsWith('ORGANIZER'))!;
      expect(first!.from).toContain(organiser[1].replace(/^mailto:/i, ''));
      const attendees = first!.calendar.lines.filter((line) => line.startsWith('ATTENDEE'));
      expect(attendees.map((line) => line.split(':').at(-1))).toEqual(['ada-kowalska@example.com']);
    }));

  test('is moved under the same name and a higher number; who is not to come any more is told so', () =>
    underClock(start, async () => {
      const { head, people } = company;
      const meetingId = await planned(company);
      await deliver();
      const uid = come()[0]!.calendar.event.UID;
      const terms = termsFor(head, [head.id], { startTime: '14:00' });
      await done(transact((tx) => changeMeeting(tx, head, { ...terms, meetingId })));
      await deliver();
      const [ada, ben] = come();
      expect(ada!.calendar.method).toBe('CANCEL');
      expect(ada!.calendar.event).toMatchObject({ UID: uid, SEQUENCE: '1', STATUS: 'CANCELLED' });
      expect(ben!.calendar.method).toBe('REQUEST');
      expect(ben!.subject).toMatch(/^Changed/);
      expect(ben!.calendar.event).toMatchObject({
        UID: uid,
        SEQUENCE: '1',
        'DTSTART;TZID=Europe/Warsaw': '20260312T140000',
      });
      // Somebody more concerns only them.
      const more = termsFor(head, [head.id, people.ada], { startTime: '14:00' });
      await done(transact((tx) => changeMeeting(tx, head, { ...more, meetingId })));
      await deliver();
      expect(come().map(({ to }) => to)).toEqual(['ada-kowalska@example.com']);
    }));

  test('is called off in every calendar; an invitation that still waited is not sent', () =>
    underClock(start, async () => {
      const meetingId = await planned(company);
      await workOnce();
      await done(transact((tx) => cancelMeeting(tx, company.head, { meetingId })));
      await deliver();
      expect(come().map(({ calendar }) => calendar.method)).toEqual(['CANCEL', 'CANCEL']);
      const waited = await reader.mail.findMany({ where: { template: 'talk-invitation' } });
      expect(waited.map(({ state, reason }) => [state, reason])).toEqual([
        ['failed', 'overtaken'],
        ['failed', 'overtaken'],
      ]);
    }));

  test('that is over already is told to nobody', () =>
    underClock(start, async () => {
      await planned(company, { day: '2026-03-06' });
      moveClock(new Date('2026-03-10T08:05:00Z'));
      await deliver();
      expect(come()).toEqual([]);
    }));

  test('lets nobody write lines of their own into mail or calendar', () =>
    underClock(start, async () => {
      const evil = 'Room\r\nBcc: mallory@example.com\r\nX-EVIL:1';
      // As a form would never let it through.
      await planned(company, { title: evil, place: evil });
      await deliver();
      for (const { calendar } of come()) {
        expect(calendar.lines.filter((line) => /^(bcc|x-evil)/i.test(line))).toEqual([]);
      }
      expect(server.received.every(({ raw }) => !/^Bcc:/im.test(raw.split('\r\n\r\n', 1)[0]!))).toBe(true);
    }));
});
