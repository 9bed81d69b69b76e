import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { backupName, madeAtOf } from '#app/platform/backup/manifest.ts';
import type { Dated } from '#app/platform/backup/retention.ts';
import { keptBackups, outdatedCopies } from '#app/platform/backup/retention.ts';

const day = (number: number) => Temporal.PlainDate.from('2024-01-01').add({ days: number }).toString();
const made = (number: number, hour = 2): Dated => ({
  name: `${day(number)}T${String(hour).padStart(2, '0')}-30-00.000Z`,
  madeOn: day(number),
});
const anyBackups = fc
  .uniqueArray(fc.tuple(fc.nat(800), fc.nat(23)), { selector: String, maxLength: 80 })
  .map((pairs) => pairs.map(([number, hour]) => made(number, hour)));

test('whatever there is, the newest stays, and at most seven, four and twelve do', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = keptBackups(backups);
      const newest = backups
        .map(({ name }) => name)
        .toSorted()
        .at(-1);
      if (newest) expect(kept.has(newest)).toBe(true);
      for (const [span, most] of [
        ['daily', 7],
        ['weekly', 4],
        ['monthly', 12],
      ] as const) {
        const of = [...kept.values()].filter((spans) => spans.includes(span)).length;
        expect(of).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('what is kept would be kept again, and the order in which they come does not matter', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = keptBackups(backups);
      const left = backups.filter(({ name }) => kept.has(name));
      expect(keptBackups(left)).toEqual(kept);
      expect(keptBackups(backups.toReversed())).toEqual(kept);
    }),
  );
});

test('night after night for two years: a week of days, a month of weeks, a year of months', () => {
  let there: Dated[] = [];
  for (let number = 0; number < 730; number += 1) {
    there.push(made(number));
    const kept = keptBackups(there);
    there = there.filter(({ name }) => kept.has(name));
  }
  const days = there.map(({ madeOn }) => madeOn);
  for (let ago = 0; ago < 7; ago += 1) expect(days).toContain(day(729 - ago));
  expect(new Set(days.map((one) => one.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
  expect(there.length).toBeLessThanOrEqual(23);
});

test('of copies, those older than thirty days go, and one stays in any case', () => {
  const at = new Date('2025-06-30T00:00:00Z');
  const copy = (name: string, days: number) => ({ name, madeAt: new Date(at.getTime() - days * 86_400_000) });
  expect(outdatedCopies([copy('a', 100), copy('b', 40), copy('c', 29), copy('d', 31)], at)).toEqual([
    'd',
    'b',
    'a',
  ]);
  expect(outdatedCopies([copy('a', 100), copy('b', 200)], at)).toEqual(['b']);
  expect(outdatedCopies([], at)).toEqual([]);
});

test('a name says when', () => {
  const at = new Date('2026-11-22T02:30:00.123Z');
  expect(madeAtOf(backupName(at))).toEqual(at);
  expect(
    ['manifest.json', '.making-2026-11-22T02-30-00.123Z', 'before-restore-20250101000000'].map(madeAtOf),
  ).toEqual([null, null, null]);
});
