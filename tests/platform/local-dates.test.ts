import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { endOfDay, localDates } from '#app/platform/clock/local-dates.ts';

const zones = ['UTC', 'Europe/Warsaw', 'America/Toronto', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];
const second = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });

test.each(zones)('every second in %s is on the day that the calendar says', (zone) => {
  const of = localDates(zone);
  fc.assert(
    fc.property(second, (at) => {
      expect(of(at)).toBe(dateIn(zone, new Date(at * 1000)));
    }),
  );
});

test.each(zones)('a day in %s ends where the next one begins, also when the clock is moved', (zone) => {
  const of = localDates(zone);
  for (const day of ['2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01', '2026-12-31']) {
    const end = endOfDay(day, zone);
    expect(of(end - 1)).toBe(day);
    expect(of(end) > day).toBe(true);
  }
});
