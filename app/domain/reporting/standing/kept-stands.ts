import type { Columns } from '../roster/columns.ts';
import type { Roster } from '../roster/roster.ts';
import type { Plan } from './plan.ts';
import type { DayEnd, Stands } from './stand.ts';
import { roomFor, standOf } from './stand.ts';

type Table = {
  /** What it was worked out for: courses, material changes, the day. */
  key: string;
  /** The newest change that is in it. */
  change: number;
  stands: Stands;
};

/** The tables that were asked for last, of each roster that is read from its beginning. */
const kept = new WeakMap<Columns, Table[]>();
const atMost = 4;

function keyOf({ timeZones }: Roster, { courses }: Plan, { until, minutes }: DayEnd): string {
  const asked = courses.map(({ courseId, moduleIds, again }) => [
    courseId,
    moduleIds,
    again.map(({ document, from, editions }) => [document, from, ...editions]),
  ]);
  return JSON.stringify([asked, until, timeZones, minutes]);
}

function larger(stands: Stands, people: number): Stands {
  const grown = roomFor(stands.courses, people);
  grown.states.set(stands.states);
  grown.completedOn.set(stands.completedOn);
  return grown;
}

/**
 * How everybody stands in every course of a plan, by the slot of the person. Worked out once; after that, for those
 * whose rows have changed since.
 */
export function standsOf(roster: Roster, plan: Plan, end: DayEnd): Stands {
  const tables = kept.get(roster.columns) ?? [];
  const key = keyOf(roster, plan, end);
  const people = roster.slots.ids.length;
  const known = tables.find((table) => table.key === key);
  const table = known ?? { key, change: -1, stands: roomFor(plan.courses.length, people) };
  kept.set(roster.columns, [table, ...tables.filter((other) => other !== table)].slice(0, atMost));
  if (table.change === roster.change) return table.stands;
  if (table.stands.states.length < people * plan.courses.length) {
    table.stands = larger(table.stands, Math.ceil(people * 1.1));
  }
  for (const person of roster.people) {
    if (person.change > table.change) standOf(person, { roster, plan, end }, table.stands, person.slot);
  }
  table.change = roster.change;
  return table.stands;
}
