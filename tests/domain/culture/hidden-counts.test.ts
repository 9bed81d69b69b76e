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

  test('where a hidden one stands says nothing of it', () => {
    const ids = (...counts: number[]) => hideSmall(groups(...counts)).parts.map(({ id }) => id);
    expect(ids(1, 9, 0, 4, 2)).toEqual(['g1', 'g0', 'g2', 'g3', 'g4']);
  });

  test.each([2, 3, 4])(
    'whoever knows the rule and the total learns no hidden number, of %i groups',
    (size) => {
      const most = size === 4 ? 8 : 11;
      const every = (length: number): number[][] =>
        length === 0
          ? [[]]
          : every(length - 1).flatMap((some) => Array.from({ length: most + 1 }, (_, n) => [...some, n]));
      const alike = new Map<string, number[][]>();
      for (const counts of every(size)) {
        const seen = JSON.stringify(hideSmall(groups(...counts)));
        alike.set(seen, [...(alike.get(seen) ?? []), counts]);
      }
      const known = [...alike].flatMap(([seen, all]) => {
        const { total, parts } = JSON.parse(seen) as ReturnType<typeof hideSmall>;
        // Beside the largest that are tried here there are others that would look the same.
        if (total === null || all.some((counts) => counts.includes(most))) return [];
        const hidden = parts.filter(({ count }) => count === null).map(({ id }) => Number(id.slice(1)));
        return hidden
          .filter((index) => new Set(all.map((counts) => counts[index])).size === 1)
          .map(() => seen);
      });
      expect(known).toEqual([]);
    },
  );
});
