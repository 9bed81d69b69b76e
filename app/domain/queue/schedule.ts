import { Temporal } from 'temporal-polyfill';

/** Every so many minutes, or once a day at a time of the company's wall clock (`03:30`). */
export type Schedule = { everyMinutes: number } | { dailyAt: string };

const minute = 60_000;
/** Two days and the hour that summer time may add: further ahead, no daily run is ever planned. */
const furthestDaily = 50 * 60 * minute;

/**
 * The next time the wall clock shows `dailyAt`, strictly after `after`. Each calendar day has one: where the clock
 * jumps over it, it is as much later as the jump; where the clock shows it twice, it is the first of the two.
 */
function nextDaily(dailyAt: string, timeZone: string, after: Date): Date {
  const time = Temporal.PlainTime.from(dailyAt);
  const instant = Temporal.Instant.fromEpochMilliseconds(after.getTime());
  let day = instant.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  for (;;) {
    const at = day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    if (at > after.getTime()) return new Date(at);
    day = day.add({ days: 1 });
  }
}

/** When a job that begins at `after` begins again. */
export function nextRun(schedule: Schedule, timeZone: string, after: Date): Date {
  return 'dailyAt' in schedule
    ? nextDaily(schedule.dailyAt, timeZone, after)
    : new Date(after.getTime() + schedule.everyMinutes * minute);
}

/**
 * A run planned further ahead than any run can be was planned by a clock that has since been set back. A clock set back
 * by an hour or a day makes no daily job run twice.
 */
export function isDue(schedule: Schedule, nextAt: Date, at: Date): boolean {
  const furthest = 'dailyAt' in schedule ? furthestDaily : schedule.everyMinutes * minute;
  return nextAt <= at || nextAt.getTime() - at.getTime() > furthest;
}
