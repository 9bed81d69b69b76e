import type { PackedPerson, Roster } from '../roster/roster.ts';
import { placeToShow } from '../roster/roster.ts';
import type { Plan, PlannedCourse } from './plan.ts';
import type { DayEnd } from './stand.ts';
import { endFor } from './stand.ts';

/** What is told of a line beyond its state. */
export type RowFacts = {
  modulesDone: number;
  /** Since 1970; null when no module of it was begun. */
  begunAt: number | null;
  /** The number of the site whose clock they go by. */
  site: number;
  /** Each once, in order. */
  editions: number[];
  languages: string[];
  sources: string[];
};

function addOnce<Value>(list: Value[], value: Value): void {
  if (!list.includes(value)) list.push(value);
}

/** Counted up for the lines that are shown, and for no others. */
export function rowFacts(
  person: PackedPerson,
  { index }: PlannedCourse,
  { plan, roster, end }: { plan: Plan; roster: Roster; end: DayEnd },
): RowFacts {
  const done = roster.columns.completions.columns;
  const begun = roster.columns.begun.columns;
  const modules: number[] = [];
  const editions: number[] = [];
  const languages: string[] = [];
  const sources: string[] = [];
  for (let at = person.completionsFrom; at < person.completionsTo; at += 1) {
    if (done.day[at]! > end.until) continue;
    const document = done.document[at]!;
    const isModule = plan.begins[document]?.includes(index) === true;
    if (!isModule && !plan.completes[document]?.includes(index)) continue;
    addOnce(sources, roster.sources.ids[done.source[at]!]!);
    if (!isModule) continue;
    const { number, language } = roster.editions[done.version[at]!]!;
    addOnce(modules, document);
    addOnce(editions, number);
    addOnce(languages, language);
  }
  const over = endFor(roster, person, end);
  let first = over;
  for (let at = person.begunFrom; at < person.begunTo; at += 1) {
    if (begun.minute[at]! < first && plan.begins[begun.document[at]!]?.includes(index))
      first = begun.minute[at]!;
  }
  return {
    modulesDone: modules.length,
    begunAt: first === over ? null : first * 60,
    site: roster.columns.places.columns.site[placeToShow(roster, person, end.day)]!,
    editions: editions.toSorted((a, b) => a - b),
    languages: languages.toSorted(),
    sources: sources.toSorted(),
  };
}

/** Whether something of a course was completed in a way, by the end of the day. */
export function isDoneBy(
  source: string,
  person: PackedPerson,
  { index }: PlannedCourse,
  { plan, roster, end }: { plan: Plan; roster: Roster; end: DayEnd },
): boolean {
  const done = roster.columns.completions.columns;
  const wanted = roster.sources.find(source);
  for (let at = person.completionsFrom; at < person.completionsTo; at += 1) {
    if (done.source[at] !== wanted || done.day[at]! > end.until) continue;
    const document = done.document[at]!;
    if (plan.begins[document]?.includes(index) || plan.completes[document]?.includes(index)) return true;
  }
  return false;
}
