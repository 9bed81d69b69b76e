import { daysBetween } from '#app/domain/people/iso-date.ts';
import type { Sheet } from './sheet.ts';

/** A department is not offered the same sheet again before so many weeks are over, as long as there is another. */
export const restWeeks = 8;

/** From so large a share on, what was wrong in quizzes is worth five minutes of a Monday. */
export const wrongEnough = 0.25;

/** Why a sheet is offered, the strongest reason alone. */
export type SheetReason = 'wrong-lately' | 'own-new' | 'own-again' | 'all-new' | 'all-again' | 'had-lately';

export type RankedSheet<S extends RankableSheet = Sheet> = {
  sheet: S;
  reason: SheetReason;
  /** The Monday of the week in which they had it last. */
  lastOn: string | null;
};

export type RankableSheet = Pick<Sheet, 'documentId' | 'slug' | 'function' | 'caseId'>;

export type DepartmentSheets = {
  /** What the department does; null where nothing says. */
  function: string | null;
  /** By document: the Monday on which it was last theirs. */
  lastOn: ReadonlyMap<string, string>;
  /** By case: the share of answers that were wrong lately. Only cases that enough people answered are in it. */
  wrong: ReadonlyMap<string, number>;
};

/**
 * The sheets for a department and a week, the best first: what it has not had lately before all else; of that, what its
 * people got wrong, then its own work before everyone's, what was never had before what was had longest ago. Where
 * all was had lately, what is longest ago. The same of the same, whatever order the sheets come in.
 */
export function rankSheets<S extends RankableSheet>(
  sheets: readonly S[],
  department: DepartmentSheets,
  mondayOn: string,
): RankedSheet<S>[] {
  const theirs = sheets.filter((sheet) => sheet.function === null || sheet.function === department.function);
  return theirs
    .map((sheet) => ({ sheet, ...placeOf(sheet, department, mondayOn) }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ sheet, reason, lastOn }) => ({ sheet, reason, lastOn }));
}

/** Numbers and words that are compared one after the other. */
type Key = (number | string)[];

function placeOf(sheet: RankableSheet, { lastOn: had, wrong }: DepartmentSheets, mondayOn: string) {
  const lastOn = had.get(sheet.documentId) ?? null;
  const hadLately = lastOn !== null && daysBetween(lastOn, mondayOn) < restWeeks * 7;
  const share = wrong.get(sheet.caseId) ?? 0;
  const missed = share >= wrongEnough ? share : 0;
  const own = sheet.function !== null;
  const tail = [own ? 0 : 1, lastOn ?? '', sheet.slug];
  // Of what was had lately, the longest ago comes first whatever else speaks for it.
  const key: Key = hadLately ? [1, lastOn, -missed, ...tail] : [0, -missed, ...tail];
  return { key, lastOn, reason: reasonOf(hadLately, missed > 0, own, lastOn !== null) };
}

function reasonOf(hadLately: boolean, missed: boolean, own: boolean, again: boolean): SheetReason {
  if (hadLately) return 'had-lately';
  if (missed) return 'wrong-lately';
  if (own) return again ? 'own-again' : 'own-new';
  return again ? 'all-again' : 'all-new';
}

function compare(a: Key, b: Key): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]!;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
