/** From how many people on a number is shown. */
export const shownFrom = 5;

export type Counted = { id: string; count: number };

export type ShownCounts = {
  /** Null where there are fewer than are shown. */
  total: number | null;
  /** The largest first; null is a number that is not shown, and where it stands says nothing of it. */
  parts: { id: string; count: number | null }[];
};

const byId = (a: Counted, b: Counted) => (a.id < b.id ? -1 : 1);

/**
 * Counts of people by group, without those that are too small, and without those from which a small one could be
 * worked out by whoever knows this rule: as long as what is hidden is one group, or fewer people in all than are shown,
 * or all that so many small groups can have, the next smallest is hidden too, and with it those as large as it is.
 */
export function hideSmall(parts: readonly Counted[]): ShownCounts {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const bySize = parts.toSorted((a, b) => b.count - a.count || byId(a, b));
  const tooSmall = bySize.filter(({ count }) => count < shownFrom).length;
  let shown = bySize.length - tooSmall;
  const hidden = () => bySize.slice(shown);
  const canBeWorkedOut = () => {
    const sum = hidden().reduce((total, { count }) => total + count, 0);
    const isFull = hidden().length === tooSmall && sum === tooSmall * (shownFrom - 1);
    return hidden().length === 1 || (hidden().length > 0 && (sum < shownFrom || isFull));
  };
  while (shown > 0 && canBeWorkedOut()) {
    const next = bySize[shown - 1]?.count ?? 0;
    shown = bySize.findIndex(({ count }) => count === next);
  }
  return {
    total: all >= shownFrom ? all : null,
    parts: [
      ...bySize.slice(0, shown),
      ...hidden()
        .toSorted(byId)
        .map(({ id }) => ({ id, count: null })),
    ],
  };
}
