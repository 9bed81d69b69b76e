import { Temporal } from 'temporal-polyfill';

const day = 86_400;

/**
 * Calendar dates in one time zone, for those who ask for very many: `of(seconds)` since 1970. The clock of a zone is
 * looked up twice for each day that occurs, and again only where it was moved on that day.
 */
export function localDates(timeZone: string): (seconds: number) => string {
  const offsets = new Map<number, number | null>();
  const texts = new Map<number, string>();
  const zoned = (seconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(timeZone);
  const offsetAt = (seconds: number) => zoned(seconds).offsetNanoseconds / 1e9;
  const offsetOf = (number: number): number | null => {
    const known = offsets.get(number);
    if (known !== undefined) return known;
    const [first, last] = [offsetAt(number * day), offsetAt((number + 1) * day - 1)];
    const offset = first === last ? first : null;
    offsets.set(number, offset);
    return offset;
  };
  return (seconds) => {
    const offset = offsetOf(Math.floor(seconds / day));
    if (offset === null) return zoned(seconds).toPlainDate().toString();
    const number = Math.floor((seconds + offset) / day);
    const known = texts.get(number);
    if (known) return known;
    const text = new Date(number * day * 1000).toISOString().slice(0, 10);
    texts.set(number, text);
    return text;
  };
}

/** The first second after a calendar date in a time zone, since 1970. */
export function endOfDay(date: string, timeZone: string): number {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone);
  return Math.floor(next.epochMilliseconds / 1000);
}
