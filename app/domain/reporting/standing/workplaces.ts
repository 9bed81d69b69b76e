import type { PackedPerson, Roster } from '../roster/roster.ts';
import { placeOn, worksOn } from '../roster/roster.ts';

/** Who works here on a day and where, in the order of the roster: people lie all over the memory, these side by side. */
export type Workplaces = {
  day: number;
  /** The number of the department; -1 of who does not work here. */
  department: Int32Array;
  slot: Int32Array;
};

const kept = new WeakMap<PackedPerson[], Workplaces[]>();
const atMost = 4;

export function workplacesOn(roster: Roster, day: number): Workplaces {
  const { people, columns } = roster;
  const known = kept.get(people) ?? [];
  const found = known.find((one) => one.day === day) ?? {
    day,
    department: Int32Array.from(people, (person) => {
      const place = placeOn(roster, person, day);
      return place === -1 || !worksOn(roster, person, day) ? -1 : columns.places.columns.department[place]!;
    }),
    slot: Int32Array.from(people, ({ slot }) => slot),
  };
  kept.set(people, [found, ...known.filter((one) => one !== found)].slice(0, atMost));
  return found;
}
