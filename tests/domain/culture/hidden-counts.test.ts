import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmall, shownFrom } from '#app/domain/culture/newsletters/readers/hidden-counts.ts';

const groups = (...counts: number[]) => counts.map((count, index) => ({ id: `g${index}`, count }));
const shown = (...counts: number[]) => hideSmall(groups(...counts)).parts.map(({ count }) => count);

describe('counts of people', () => {
  test('are shown from five up', () => {
    expect(shown(12, 9, 5)).toEqual([12, 9, 5]);
    expect(hideSmall(groups(2, 2)).total).toBeNull();
    expect(hideSmall(groups(2, 3)).total).toBe(5);
    expect(shown(2, 3)).toEqual([null, null]);
  });

  test('one that is hidden takes the next smallest with it, or it could be worked out', () => {
    expect(shown(12, 9, 3)).toEqual([12, null, null]);
  });

  test('several that are hidden and few in all do too', () => {
    expect(shown(12, 9, 1, 1, 0)).toEqual([12, null, null, null, null]);
    expect(shown(12, 9, 4, 3)).toEqual([12, 9, null, null]);
  });

  test('whatever is hidden is more than one group, and at least five people', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 14 }), (counts) => {
        const { total, parts } = hideSmall(groups(...counts));
        const all = counts.reduce((sum, count) => sum + count, 0);
        const seen = parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
        const hidden = parts.filter(({ count }) => count === null).length;
        expect(parts.every(({ count }) => count === null || count >= shownFrom)).toBe(true);
        if (total === null || hidden === 0) return;
        // A single group has nothing to hide behind but the total, which is its own.
        if (parts.length > 1) expect(hidden).toBeGreaterThan(1);
        if (total !== null) expect(all - seen).toBeGreaterThanOrEqual(shownFrom);
      }),
    );
  });
});
