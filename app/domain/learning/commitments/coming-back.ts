import { daysAfter } from '#app/domain/people/iso-date.ts';
import type { Told } from './outcome.ts';

const twoWeeks = 14;
const oneWeek = 7;
/** What nobody answered in six weeks is not asked any more: it stands among the commitments, and nags no one. */
const askedAtMost = 42;

/**
 * The day from which a commitment is asked about, or null where it rests: two weeks after it was made; a week after
 * *later*; two weeks after the first *not yet*, and after the second never again. Two answers of one day count as one.
 * All days are those of the calendar at the person's site.
 */
export function comesBackOn(madeOn: string, told: Told[]): string | null {
  const last = told.at(-1);
  if (!last) return daysAfter(madeOn, twoWeeks);
  if (last.outcome === 'later') return daysAfter(last.on, oneWeek);
  if (last.outcome !== 'not-yet') return null;
  const notYet = new Set(told.filter(({ outcome }) => outcome === 'not-yet').map(({ on }) => on));
  return notYet.size > 1 ? null : daysAfter(last.on, twoWeeks);
}

export function isAskedOn(today: string, madeOn: string, told: Told[]): boolean {
  const from = comesBackOn(madeOn, told);
  return from !== null && from <= today && today <= daysAfter(from, askedAtMost);
}
