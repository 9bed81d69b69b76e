import { Temporal } from 'temporal-polyfill';
import { daysAfter } from '#app/domain/people/iso-date.ts';

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** From Friday on a sheet is there for the next week too, to be read and printed before the weekend. */
const planFrom = 5;

/** The Mondays of the weeks that have to have their sheets on a day: its own, and soon the next. */
export function weeksToPlan(today: string): string[] {
  const monday = mondayOf(today);
  return weekdayOf(today) >= planFrom ? [monday, daysAfter(monday, 7)] : [monday];
}

/** From Monday to Sunday. */
export function daysOfWeek(mondayOn: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => daysAfter(mondayOn, days));
}

/** The last day on which a head may say that it was held: a week late is still told, a month late is made up. */
export function lastDayToTell(mondayOn: string): string {
  return daysAfter(mondayOn, 13);
}
