import type { PackedPerson, Roster } from './roster.ts';

/** A calendar date as a number that compares as the date does: `2026-03-31` is 20260331. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

export function dayText(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The same as the database gives it: rows parted by `;`, columns by a blank. */
export type PersonText = {
  id: string;
  sortKey: string;
  searchKey: string;
  terms: string | null;
  places: string | null;
  completions: string | null;
  begun: string | null;
};

/** Rows parted by `;`, each handed over as where it begins and ends: by the million, so nothing is cut out in vain. */
function eachRow(text: string | null, take: (row: string, from: number, to: number) => void): void {
  if (text === null) return;
  for (let from = 0; from < text.length;) {
    const next = text.indexOf(';', from);
    const to = next === -1 ? text.length : next;
    take(text, from, to);
    from = to + 1;
  }
}

/** The number that stands in a text, whatever is no digit left out: a date as `dayNumber` says it. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
  }
  return number;
}

const dateSize = 10;

function packCompletions(text: string | null, roster: Roster): void {
  const { columns, versions, editions, sources } = roster;
  eachRow(text, (rows, begin, end) => {
    const blank = rows.indexOf(' ', begin);
    const version = rows.slice(begin, blank);
    const number = versions.numberOf(version);
    const edition = editions[number];
    if (!edition) throw new Error(`The version ${version} is missing.`);
    const day = digits(rows, blank + 1, blank + 1 + dateSize);
    const source = sources.numberOf(rows.slice(blank + dateSize + 2, end));
    columns.completions.add(edition.document, number, day, source);
  });
}

function packBegun(text: string | null, { columns, documents }: Roster): void {
  eachRow(text, (rows, begin, end) => {
    const blank = rows.indexOf(' ', begin);
    columns.begun.add(documents.numberOf(rows.slice(begin, blank)), digits(rows, blank + 1, end));
  });
}

function packTerms(text: string | null, { columns }: Roster): void {
  eachRow(text, (rows, begin, end) => {
    const blank = begin + dateSize;
    columns.terms.add(digits(rows, begin, blank), digits(rows, blank + 1, end));
  });
}

function packPlaces(text: string | null, { columns, departments, sites }: Roster): void {
  eachRow(text, (rows, begin, end) => {
    const blank = begin + dateSize;
    const other = rows.indexOf(' ', blank + 1);
    const department = departments.numberOf(rows.slice(blank + 1, other));
    columns.places.add(digits(rows, begin, blank), department, sites.numberOf(rows.slice(other + 1, end)));
  });
}

/** Adds all rows of somebody to the columns of the roster, and says where they stand. */
export function packPerson(text: PersonText, roster: Roster, change: number): PackedPerson {
  const { terms, places, completions, begun } = roster.columns;
  const before = [terms.count, places.count, completions.count, begun.count] as const;
  packTerms(text.terms, roster);
  packPlaces(text.places, roster);
  packCompletions(text.completions, roster);
  packBegun(text.begun, roster);
  return {
    id: text.id,
    sortKey: text.sortKey,
    searchKey: text.searchKey,
    slot: roster.slots.numberOf(text.id),
    change,
    termsFrom: before[0],
    termsTo: terms.count,
    placesFrom: before[1],
    placesTo: places.count,
    completionsFrom: before[2],
    completionsTo: completions.count,
    begunFrom: before[3],
    begunTo: begun.count,
  };
}
