import type { PublishedStep } from '#app/domain/publishing/library.ts';
import type { Done } from '../completions/currency.ts';

export type News = {
  /** What they have read, and what they would read now. */
  fromVersionId: string;
  toVersionId: string;
  /** The editions in between that brought something, oldest first; a change of wording brings nothing. */
  steps: PublishedStep[];
};

type Known = { done: Done[]; seen?: readonly string[] };

/** The last publication in a language whose text somebody knows: they completed it, or have looked at what it changed. */
function knownUpTo(steps: PublishedStep[], { done, seen = [] }: Known): number {
  const read = new Set([...done.map(({ versionId }) => versionId), ...seen]);
  const exact = steps.findLastIndex(({ versionId }) => read.has(versionId));
  if (exact >= 0) return exact;
  // They read it in another language, or an edition that was withdrawn: what was published by then is known.
  const completedAt = done.at(-1)?.completedAt ?? '';
  return steps.findLastIndex(({ publishedAt }) => publishedAt <= completedAt);
}

/**
 * What somebody who completed a module does not know yet of the edition they would read today; null where there is
 * nothing. A first translation is no news: it says what they have read.
 */
export function newsOf(
  history: PublishedStep[],
  edition: { versionId: string; language: string },
  known: Known,
): News | null {
  if (known.done.length === 0) return null;
  const steps = history.filter(({ language }) => language === edition.language);
  const index = knownUpTo(steps, known);
  const later = steps.slice(index + 1).filter(({ change }) => change !== 'wording');
  const from = steps[index];
  return from && later.length > 0
    ? { fromVersionId: from.versionId, toVersionId: edition.versionId, steps: later }
    : null;
}
