import { Temporal } from 'temporal-polyfill';

const plain = (day: string) => Temporal.PlainDate.from(day);

export function addDays(day: string, days: number): string {
  return plain(day).add({ days }).toString();
}

export function addMonths(day: string, months: number): string {
  return plain(day).add({ months }).toString();
}

export function daysFrom(first: string, last: string): number {
  return plain(first).until(plain(last)).days;
}

/** The day itself, or the Friday before it. */
export function workdayUpTo(day: string): string {
  return addDays(day, -Math.max(0, plain(day).dayOfWeek - 5));
}

/** The day itself, or the Monday after it. */
export function workdayFrom(day: string): string {
  const weekday = plain(day).dayOfWeek;
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

/** So many minutes after midnight there; a night shift goes on past the next one. */
export function instantAt(day: string, minutes: number, timeZone: string): Date {
  const at = plain(day)
    .toZonedDateTime(timeZone)
    .add({ minutes: Math.floor(minutes), seconds: Math.round((minutes % 1) * 60) });
  return new Date(at.epochMilliseconds);
}

export type Span = {
  today: string;
  /** Fourteen months back: what happens, happens from here. */
  first: string;
  /** Two days ago, so that no time zone is ahead of the clock on the wall. */
  last: string;
};

export function spanUpTo(today: string): Span {
  return { today, first: workdayFrom(addMonths(today, -14)), last: workdayUpTo(addDays(today, -2)) };
}
