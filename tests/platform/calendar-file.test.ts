import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '#app/platform/calendar/calendar-file.server.ts';
import { readCalendar } from '../support/calendar.ts';

const entry: CalendarEntry = {
  uid: 'talk-1@everyhand',
  sequence: 3,
  title: 'Who has it now?',
  place: 'Canteen, table 4; upstairs',
  text: 'One line\nand another',
  url: 'https://learn.example.com/talks/meetings/1',
  from: new Date('2026-03-12T08:30:00Z'),
  to: new Date('2026-03-12T08:45:00Z'),
  timeZone: 'Europe/Warsaw',
  organiser: { name: 'Ben "the head" Nowicki', address: 'talks@example.com' },
  attendee: { name: 'Ada Łęcka', address: 'ada@example.com' },
};

describe('an entry for calendars', () => {
  test('says what, where, when and by whom, and reads back as it was meant', () => {
    const { event, method, text, lines } = readCalendar(calendarFile('request', entry));
    expect(method).toBe('REQUEST');
    expect(event.UID).toBe('talk-1@everyhand');
    expect(event.SEQUENCE).toBe('3');
    expect(event.SUMMARY).toBe('Who has it now?');
    expect(event.LOCATION).toBe('Canteen, table 4; upstairs');
    expect(event.DESCRIPTION).toBe('One line\nand another');
    expect(event.STATUS).toBe('CONFIRMED');
    expect(event['DTSTART;TZID=Europe/Warsaw']).toBe('20260312T093000');
    expect(event['DTEND;TZID=Europe/Warsaw']).toBe('20260312T094500');
    expect(lines.filter((line) => /^ATTENDEE.*mailto:ada@example\.com$/i.test(line))).toHaveLength(1);
    expect(event.DTSTAMP).toMatch(/^\d{8}T\d{6}Z$/);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('is taken back under the same name, with a higher number', () => {
    const { event, method } = readCalendar(calendarFile('cancel', { ...entry, sequence: 4 }));
    expect(method).toBe('CANCEL');
    expect(event).toMatchObject({ UID: 'talk-1@everyhand', SEQUENCE: '4', STATUS: 'CANCELLED' });
  });

  test('lets nothing of what people typed become a line of its own', () => {
    const evil = 'Talk\r\nATTENDEE:mailto:mallory@example.com\u2028X-EVIL:1\u0000';
    const name = 'Eve"\r\nX-EVIL;X="1';
    const file = calendarFile('request', {
      ...entry,
      title: evil,
      place: evil,
      text: evil,
      organiser: { name, address: 'talks@example.com' },
      attendee: { name, address: 'ada@example.com' },
    });
    const { lines } = readCalendar(file);
    expect(lines.filter((line) => /^(ATTENDEE:mailto:mallory|X-EVIL)/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('ORGANIZER'))).toHaveLength(1);
  });

  test.each([
    // The last Sunday in March: clocks go from 2 to 3 in the morning; in October back again.
    ['before clocks are put forward', '2026-03-28T08:00:00Z', 'Europe/Warsaw', '20260328T090000', '+0100'],
    ['after clocks were put forward', '2026-03-29T08:00:00Z', 'Europe/Warsaw', '20260329T100000', '+0200'],
    ['in the first of two equal hours', '2026-10-25T00:30:00Z', 'Europe/Warsaw', '20261025T023000', '+0200'],
    ['where summer is in winter', '2026-01-10T00:00:00Z', 'Australia/Sydney', '20260110T110000', '+1100'],
    ['where clocks never change', '2026-07-01T06:30:00Z', 'Asia/Kolkata', '20260701T120000', '+0530'],
    ['across the sea', '2026-03-20T13:00:00Z', 'America/Toronto', '20260320T090000', '-0400'],
  ])('brings the rules of its zone: %s', (_what, at, timeZone, local, offset) => {
    const from = new Date(at);
    const { event, zone } = readCalendar(
      calendarFile('publish', { ...entry, from, to: from, timeZone, attendee: null }),
    );
    expect(event[`DTSTART;TZID=${timeZone}`]).toBe(local);
    expect(zone.id).toBe(timeZone);
    expect(zone.offsetAt(local)).toBe(offset);
  });
});
