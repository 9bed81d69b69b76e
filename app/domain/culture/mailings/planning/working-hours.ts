import { Temporal } from 'temporal-polyfill';

export type WorkPlace = {
  timeZone: string;
  /** Weekdays off, ISO numbers. */
  daysOff: readonly number[];
  /** Calendar dates. */
  holidays: ReadonlySet<string>;
};

/** Hours of the day where the reader works: from 8 until 17 is from 8:00 to before 17:00. */
export type Hours = { fromHour: number; untilHour: number };

/** Where nobody works for so long, there are no working hours to wait for. */
const lookAhead = 60;

/** The same moment if it lies within working hours there, else the beginning of the next ones. */
export function nextWorkingMoment(at: Date, place: WorkPlace, { fromHour, untilHour }: Hours): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const today = moment.toZonedDateTimeISO(place.timeZone).toPlainDate();
  for (let day = 0; day < lookAhead; day += 1) {
    const date = today.add({ days: day });
    if (place.daysOff.includes(date.dayOfWeek) || place.holidays.has(date.toString())) continue;
    const begin = startOfHour(date, fromHour, place.timeZone);
    const end = startOfHour(date, untilHour, place.timeZone);
    if (Temporal.Instant.compare(moment, end) >= 0) continue;
    return Temporal.Instant.compare(moment, begin) >= 0 ? at : new Date(begin.epochMilliseconds);
  }
  return at;
}

/** An hour that the clocks skip begins when they have. */
function startOfHour(date: Temporal.PlainDate, hour: number, timeZone: string): Temporal.Instant {
  const midnight = hour === 24 ? date.add({ days: 1 }) : date;
  const time = Temporal.PlainTime.from({ hour: hour % 24 });
  return midnight.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
}
