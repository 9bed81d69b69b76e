import { describe, expect, test } from 'vitest';
import { nextWorkingMoment } from '#app/domain/culture/mailings/planning/working-hours.ts';

const hours = { fromHour: 8, untilHour: 17 };
const place = (timeZone: string, more: { daysOff?: number[]; holidays?: string[] } = {}) => ({
  timeZone,
  daysOff: more.daysOff ?? [6, 7],
  holidays: new Set(more.holidays ?? []),
});
const next = (at: string, where: ReturnType<typeof place>, within = hours) =>
  nextWorkingMoment(new Date(at), where, within).toISOString().replace('.000Z', 'Z');

describe('the next working moment', () => {
  test.each([
    ['within hours it is now', '2026-03-09T10:30:00Z', 'UTC', '2026-03-09T10:30:00Z'],
    ['at the stroke of the first hour', '2026-03-09T08:00:00Z', 'UTC', '2026-03-09T08:00:00Z'],
    ['a moment before it', '2026-03-09T07:59:59Z', 'UTC', '2026-03-09T08:00:00Z'],
    ['at the stroke of the last hour it is over', '2026-03-09T17:00:00Z', 'UTC', '2026-03-10T08:00:00Z'],
    ['on Friday evening it is Monday', '2026-03-13T18:00:00Z', 'UTC', '2026-03-16T08:00:00Z'],
    ['Monday has begun in Kiritimati', '2026-03-08T18:00:00Z', 'Pacific/Kiritimati', '2026-03-08T18:00:00Z'],
    ['half hours, in Kolkata', '2026-03-09T01:00:00Z', 'Asia/Kolkata', '2026-03-09T02:30:00Z'],
    [
      'summer time began on Sunday in New York',
      '2026-03-06T23:00:00Z',
      'America/New_York',
      '2026-03-09T12:00:00Z',
    ],
    ['and ends in October in Berlin', '2026-10-23T16:00:00Z', 'Europe/Berlin', '2026-10-26T07:00:00Z'],
    ['over the end of the year', '2026-12-31T17:00:00Z', 'UTC', '2027-01-01T08:00:00Z'],
  ])('%s', (_what, at, zone, expected) => {
    expect(next(at, place(zone))).toBe(expected);
  });

  test('a holiday is no working day, nor is a day on which the site is closed', () => {
    const closed = place('UTC', { holidays: ['2026-03-10', '2026-03-11'], daysOff: [4, 6, 7] });
    expect(next('2026-03-09T17:30:00Z', closed)).toBe('2026-03-13T08:00:00Z');
  });

  test('an hour that the clocks skip begins when they have', () => {
    const sunday = place('Europe/Berlin', { daysOff: [] });
    expect(next('2026-03-28T23:30:00Z', sunday, { fromHour: 2, untilHour: 4 })).toBe('2026-03-29T01:00:00Z');
  });

  test('until midnight is until midnight', () => {
    expect(next('2026-03-09T23:59:00Z', place('UTC'), { fromHour: 20, untilHour: 24 })).toBe(
      '2026-03-09T23:59:00Z',
    );
    expect(next('2026-03-10T00:00:00Z', place('UTC'), { fromHour: 20, untilHour: 24 })).toBe(
      '2026-03-10T20:00:00Z',
    );
  });

  test('where nobody ever works, there is nothing to wait for', () => {
    const never = place('UTC', { daysOff: [1, 2, 3, 4, 5, 6, 7] });
    expect(next('2026-03-09T20:00:00Z', never)).toBe('2026-03-09T20:00:00Z');
  });
});
