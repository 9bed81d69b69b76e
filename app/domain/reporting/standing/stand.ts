import type { PackedPerson, Roster } from '../roster/roster.ts';
import { placeToShow } from '../roster/roster.ts';
import type { Plan } from './plan.ts';

/** The states as numbers, in the order of `courseStates`. */
const notStarted = 0;
const started = 1;
const completed = 2;
const again = 3;

/** How things stood at the end of a day. */
export type DayEnd = {
  /** On which people work here, and where. */
  day: number;
  /** The last day whose completions count. Where it is tomorrow already, today's day has not ended. */
  until: number;
  /** Since 1970, by the number of the site: what began before it began that day or earlier. */
  minutes: number[];
};

/** The first minute after the day where somebody works; of those who have yet to begin, where they will. */
export function endFor(roster: Roster, person: PackedPerson, { day, minutes }: DayEnd): number {
  const place = placeToShow(roster, person, day);
  return place === -1 ? 0 : (minutes[roster.columns.places.columns.site[place]!] ?? 0);
}

/** How many stand in every course of a plan, one after the other, each in every course. */
export type Stands = { courses: number; states: Uint8Array; completedOn: Int32Array };

export function roomFor(courses: number, people: number): Stands {
  return {
    courses,
    states: new Uint8Array(courses * people),
    completedOn: new Int32Array(courses * people),
  };
}

type Found = { roster: Roster; plan: Plan; end: DayEnd };

function isCurrent(
  { completionsFrom, completionsTo }: PackedPerson,
  wanted: Plan['courses'][number]['again'][number],
  { roster, end }: Found,
): boolean {
  const { document, version, day } = roster.columns.completions.columns;
  let done = false;
  for (let at = completionsFrom; at < completionsTo; at += 1) {
    if (document[at] !== wanted.document || day[at]! > end.until) continue;
    if (day[at]! >= wanted.from) return true;
    const edition = roster.editions[version[at]!]!;
    const enough = wanted.editions.get(edition.language);
    if (enough !== undefined && edition.number >= enough) return true;
    done = true;
  }
  // What was added to a course later was never read, and nobody reads it again.
  return !done;
}

/**
 * Fills in how somebody stands in every course, whomever it is meant for. A course is completed by its own completion,
 * which stays when modules are added later; it is to be read again when one of its modules has changed materially since.
 */
export function standOf(person: PackedPerson, found: Found, stands: Stands, slot: number): void {
  const { roster, plan, end } = found;
  const done = roster.columns.completions.columns;
  const begun = roster.columns.begun.columns;
  const { courses, states, completedOn } = stands;
  const base = slot * courses;
  states.fill(notStarted, base, base + courses);
  completedOn.fill(0, base, base + courses);
  for (let at = person.completionsFrom; at < person.completionsTo; at += 1) {
    const day = done.day[at]!;
    if (day > end.until) continue;
    const document = done.document[at]!;
    const completes = plan.completes[document];
    if (completes) {
      for (const index of completes) {
        states[base + index] = completed;
        completedOn[base + index] = day;
      }
    }
    const begins = plan.begins[document];
    if (begins) for (const index of begins) states[base + index] ||= started;
  }
  const over = endFor(roster, person, end);
  for (let at = person.begunFrom; at < person.begunTo; at += 1) {
    const begins = plan.begins[begun.document[at]!];
    if (!begins || begun.minute[at]! >= over) continue;
    for (const index of begins) states[base + index] ||= started;
  }
  for (const { index, again: changes } of plan.courses) {
    if (changes.length === 0 || states[base + index] !== completed) continue;
    if (changes.some((wanted) => !isCurrent(person, wanted, found))) states[base + index] = again;
  }
}
