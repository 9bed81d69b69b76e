import { Temporal } from 'temporal-polyfill';

/** When something begins, as people say it: a date and a time of day where it takes place. */
export type WallTime = { day: string; startTime: string; timeZone: string };

/**
 * The moment at which it begins. Where clocks are put back and the hour comes twice, the first one; null where they are
 * put forward and the hour does not come at all.
 */
export function beginning({ day, startTime, timeZone }: WallTime): Temporal.ZonedDateTime | null {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(startTime));
  const at = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return at.toPlainDateTime().equals(plain) ? at : null;
}

/** From when to when, as instants. An hour that clocks have since come to skip counts as the next one there is. */
export function spanOf(time: WallTime & { minutes: number }): { from: Date; to: Date } {
  const plain = Temporal.PlainDate.from(time.day).toPlainDateTime(Temporal.PlainTime.from(time.startTime));
  const from = beginning(time) ?? plain.toZonedDateTime(time.timeZone, { disambiguation: 'later' });
  const to = from.add({ minutes: time.minutes });
  return { from: new Date(from.epochMilliseconds), to: new Date(to.epochMilliseconds) };
}

/** The day itself, or the Monday after it. */
export function weekdayFrom(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }).toString() : day;
}
