import type { Columns } from './columns.ts';

/** Ids stand for numbers, of which many fit where few texts would. */
export class Numbering {
  readonly ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  find(id: string): number | undefined {
    return this.#numbers.get(id);
  }
}

/**
 * One person with all that a report looks at: their rows stand in the columns, from one number up to, and without, the
 * other. One object each, for there are very many.
 */
export type PackedPerson = {
  id: string;
  sortKey: string;
  searchKey: string;
  /** Theirs for good, whoever comes and goes. */
  slot: number;
  /** The change that they were last read for. */
  change: number;
  termsFrom: number;
  termsTo: number;
  /** By day. */
  placesFrom: number;
  placesTo: number;
  /** In the order in which they were made. */
  completionsFrom: number;
  completionsTo: number;
  begunFrom: number;
  begunTo: number;
};

export type RosterEdition = { document: number; language: string; number: number };

/**
 * What reports count of all people who ever were in the list, as it stood at one moment. Large in a large company, so
 * it is kept, and brought up to date by those whose rows have changed. Its people are never changed themselves.
 */
export type Roster = {
  /** By name. */
  people: PackedPerson[];
  /** The newest change that is in it. */
  change: number;
  columns: Columns;
  /** Of people, by their ids. */
  slots: Numbering;
  documents: Numbering;
  versions: Numbering;
  /** By the number of the version. */
  editions: RosterEdition[];
  departments: Numbering;
  sites: Numbering;
  /** By the number of the site. */
  timeZones: string[];
  sources: Numbering;
};

/** The order of every list of people. */
export function byName(one: PackedPerson, other: PackedPerson): number {
  if (one.sortKey !== other.sortKey) return one.sortKey < other.sortKey ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Whether they work here on a day. */
export function worksOn({ columns }: Roster, { termsFrom, termsTo }: PackedPerson, day: number): boolean {
  const { hired, left } = columns.terms.columns;
  for (let at = termsFrom; at < termsTo; at += 1) {
    if (hired[at]! <= day && (left[at] === 0 || left[at]! >= day)) return true;
  }
  return false;
}

/** The row of the placement that holds on a day; -1 before the first. */
export function placeOn({ columns }: Roster, { placesFrom, placesTo }: PackedPerson, day: number): number {
  const { from } = columns.places.columns;
  for (let at = placesTo - 1; at >= placesFrom; at -= 1) if (from[at]! <= day) return at;
  return -1;
}

/** The same, but of those who have yet to begin where they will; -1 of who never had a place. */
export function placeToShow(roster: Roster, person: PackedPerson, day: number): number {
  const { placesFrom, placesTo } = person;
  if (placesFrom === placesTo) return -1;
  return Math.max(placesFrom, placeOn(roster, person, day));
}
