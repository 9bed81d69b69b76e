import { AsyncLocalStorage } from 'node:async_hooks';
import { Temporal } from 'temporal-polyfill';

type Clock = { at: number };

const staged = new AsyncLocalStorage<Clock>();

/** The only source of the present moment. */
export function now(): Date {
  const clock = staged.getStore();
  return new Date(clock ? clock.at : Date.now());
}

/** Runs `work` as if it were `at`; `now()` stands still unless `moveClock` moves it. */
export function underClock<T>(at: Date, work: () => T): T {
  return staged.run({ at: at.getTime() }, work);
}

/** Moves the clock that `underClock` set. The real clock cannot be moved. */
export function moveClock(at: Date): void {
  const clock = staged.getStore();
  if (!clock) throw new Error('Only a clock set by underClock can be moved.');
  clock.at = at.getTime();
}

/** The calendar date (`2026-03-31`) of an instant in an IANA time zone. */
export function dateIn(timeZone: string, at: Date = now()): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
