/** From how many people on a number is shown. */
export const shownFrom = 5;

export type Counted = { id: string; count: number };

export type ShownCounts = {
  /** Null where there are fewer than are shown. */
  total: number | null;
  /** The largest first; null is a number that is not shown. */
  parts: { id: string; count: number | null }[];
};

/**
 * Counts of people by group, without those that are too small, and without those from which a small one could be
 * worked out: as long as what is hidden is one group, or fewer people in all than are shown, the next smallest is
 * hidden too.
 */
export function hideSmall(parts: readonly Counted[]): ShownCounts {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const bySize = parts.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  let shown = bySize.filter(({ count }) => count >= shownFrom).length;
  const hidden = () => bySize.slice(shown);
  const canBeWorkedOut = () => {
    const sum = hidden().reduce((total, { count }) => total + count, 0);
    return hidden().length === 1 || (hidden().length > 0 && sum < shownFrom);
  };
  while (shown > 0 && canBeWorkedOut()) shown -= 1;
  return {
    total: all >= shownFrom ? all : null,
    parts: bySize.map(({ id, count }, index) => ({ id, count: index < shown ? count : null })),
  };
}
