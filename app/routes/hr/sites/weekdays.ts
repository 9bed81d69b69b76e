import { Temporal } from 'temporal-polyfill';

/** Monday to Sunday, by ISO number, in the reader's words. */
export function weekdays(
  locale: string,
  width: 'long' | 'short' = 'long',
): { number: number; name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((number) => {
    // The first of January 2024 was a Monday.
    const at = Temporal.PlainDate.from({ year: 2024, month: 1, day: number }).toZonedDateTime('UTC');
    return { number, name: format.format(at.epochMilliseconds) };
  });
}
