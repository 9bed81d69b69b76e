/** Both days inclusive; without a last day they stay. */
export type Term = { hiredOn: string; leftOn: string | null };

export function byHiring<T extends Term>(terms: T[]): T[] {
  return terms.toSorted((a, b) => (a.hiredOn < b.hiredOn ? -1 : 1));
}

/** The term that a day falls into. */
export function termOn<T extends Term>(terms: T[], day: string): T | undefined {
  return terms.find(({ hiredOn, leftOn }) => hiredOn <= day && (leftOn === null || leftOn >= day));
}

/** The term that somebody is in, or else is to begin. None where they have left for good. */
export function openTerm<T extends Term>(terms: T[], today: string): T | undefined {
  return byHiring(terms).find(({ leftOn }) => leftOn === null || leftOn >= today);
}

/** The term after another one. */
export function termAfter<T extends Term>(terms: T[], term: Term): T | undefined {
  return byHiring(terms).find(({ hiredOn }) => hiredOn > term.hiredOn);
}
