import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar date as text: `2026-03-31`. */
export const isoDate = z.string({ error: 'missing' }).pipe(z.iso.date('not-a-date'));

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

/** Whichever comes later. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}
