import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DepartmentSheets, RankableSheet } from '#app/domain/culture/huddles/rank-sheets.ts';
import { rankSheets, restWeeks, wrongEnough } from '#app/domain/culture/huddles/rank-sheets.ts';
import { mondayOf, weeksToPlan } from '#app/domain/culture/huddles/week.ts';
import { daysAfter, daysBetween } from '#app/domain/people/iso-date.ts';

const monday = '2026-11-23';
const weeksAgo = (weeks: number) => daysAfter(monday, -7 * weeks);

const aSheet = (slug: string, functionId: string | null = null): RankableSheet => ({
  documentId: `document-${slug}`,
  slug,
  function: functionId,
  caseId: `case-${slug}`,
});

const fresh: DepartmentSheets = { function: 'shipping', lastOn: new Map(), wrong: new Map() };
const had = (...entries: [string, number][]) =>
  new Map(entries.map(([slug, weeks]) => [`document-${slug}`, weeksAgo(weeks)]));
const missed = (...entries: [string, number][]) =>
  new Map(entries.map(([slug, share]) => [`case-${slug}`, share]));

const slugs = (sheets: RankableSheet[], department: DepartmentSheets) =>
  rankSheets(sheets, department, monday).map(({ sheet }) => sheet.slug);

describe('the sheet for a department', () => {
  test('is of its own work before everyone’s, and never of another’s', () => {
    const sheets = [aSheet('a'), aSheet('b', 'shipping'), aSheet('c', 'sales')];
    expect(slugs(sheets, fresh)).toEqual(['b', 'a']);
    expect(slugs(sheets, { ...fresh, function: null })).toEqual(['a']);
  });

  test('is about what its people got wrong, the worst first, even if that is everyone’s', () => {
    const sheets = [aSheet('a'), aSheet('b', 'shipping'), aSheet('c', 'shipping')];
    const wrong = missed(['a', 0.6], ['c', 0.4]);
    expect(slugs(sheets, { ...fresh, wrong })).toEqual(['a', 'c', 'b']);
  });

  test('does not follow from a few wrong answers', () => {
    const sheets = [aSheet('a', 'shipping'), aSheet('b', 'shipping')];
    expect(slugs(sheets, { ...fresh, wrong: missed(['b', wrongEnough - 0.01]) })).toEqual(['a', 'b']);
  });

  test('rests after it was had, whatever was wrong; of what was had before, the longest ago comes first', () => {
    const sheets = ['a', 'b', 'c', 'd'].map((slug) => aSheet(slug, 'shipping'));
    const lastOn = had(['a', 1], ['b', restWeeks], ['c', restWeeks + 4]);
    expect(slugs(sheets, { ...fresh, lastOn, wrong: missed(['a', 1]) })).toEqual(['d', 'c', 'b', 'a']);
  });

  test('comes again where all rest', () => {
    const sheets = ['a', 'b', 'c'].map((slug) => aSheet(slug));
    expect(slugs(sheets, { ...fresh, lastOn: had(['a', 1], ['b', 3], ['c', 2]) })).toEqual(['b', 'c', 'a']);
  });

  test('says why', () => {
    const sheets = ['a', 'b', 'c', 'd', 'e', 'f'].map((slug, index) =>
      aSheet(slug, index % 2 === 0 ? 'shipping' : null),
    );
    const lastOn = had(['c', 20], ['d', 20], ['e', 1]);
    const ranked = rankSheets(sheets, { ...fresh, lastOn, wrong: missed(['a', 0.5]) }, monday);
    expect(Object.fromEntries(ranked.map(({ sheet, reason }) => [sheet.slug, reason]))).toEqual({
      a: 'wrong-lately',
      b: 'all-new',
      c: 'own-again',
      d: 'all-again',
      e: 'had-lately',
      f: 'all-new',
    });
  });
});

const anySheets = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 12 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.constantFrom('shipping', 'sales', null).map((functionId) => aSheet(name, functionId)),
      ),
    ),
  ) as fc.Arbitrary<RankableSheet[]>;

const anyDepartment = (sheets: RankableSheet[]) =>
  fc.record({
    function: fc.constantFrom('shipping', 'sales', null),
    lastOn: fc
      .array(fc.option(fc.integer({ min: 1, max: 60 })), {
        minLength: sheets.length,
        maxLength: sheets.length,
      })
      .map(
        (weeks) =>
          new Map(
            sheets.flatMap(({ documentId }, index) =>
              weeks[index] == null ? [] : [[documentId, weeksAgo(weeks[index])] as const],
            ),
          ),
      ),
    wrong: fc
      .array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: sheets.length,
        maxLength: sheets.length,
      })
      .map(
        (shares) =>
          new Map(
            sheets.flatMap(({ caseId }, index) =>
              shares[index] == null ? [] : [[caseId, shares[index]] as const],
            ),
          ),
      ),
  });

const anyCase = anySheets.chain((sheets) => fc.tuple(fc.constant(sheets), anyDepartment(sheets)));

describe('whatever there is', () => {
  test('the order does not depend on the order of what it is made of', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), ([sheets, department], stream) => {
        const shuffled = sheets
          .map((sheet) => ({ sheet, weight: stream.next().value as number }))
          .toSorted((a, b) => a.weight - b.weight)
          .map(({ sheet }) => sheet);
        expect(slugs(shuffled, department)).toEqual(slugs(sheets, department));
      }),
    );
  });

  test('each that fits the department comes once, and nothing had lately before what was not', () => {
    fc.assert(
      fc.property(anyCase, ([sheets, department]) => {
        const ranked = rankSheets(sheets, department, monday);
        const fits = sheets.filter((one) => one.function === null || one.function === department.function);
        expect(ranked.map(({ sheet }) => sheet.slug).toSorted()).toEqual(
          fits.map(({ slug }) => slug).toSorted(),
        );
        const rests = ranked.map(
          ({ lastOn }) => lastOn !== null && daysBetween(lastOn, monday) < restWeeks * 7,
        );
        expect(rests).toEqual(rests.toSorted((a, b) => Number(a) - Number(b)));
        expect(ranked.map(({ reason }) => reason === 'had-lately')).toEqual(rests);
      }),
    );
  });

  test('of two weeks, one after the other, nobody is offered the same first while there are two', () => {
    fc.assert(
      fc.property(anyCase, ([sheets, department]) => {
        const ranked = rankSheets(sheets, department, monday);
        if (ranked.length < 2) return;
        const first = ranked[0]!.sheet;
        const lastOn = new Map([...department.lastOn, [first.documentId, monday] as const]);
        const next = rankSheets(sheets, { ...department, lastOn }, daysAfter(monday, 7));
        expect(next[0]!.sheet.slug).not.toBe(first.slug);
      }),
    );
  });
});

test('a week is planned on its own days, and the next from Friday on', () => {
  for (let days = 0; days < 40; days += 1) {
    const today = daysAfter('2026-12-01', days);
    const weeks = weeksToPlan(today);
    expect(weeks[0]).toBe(mondayOf(today));
    expect(daysBetween(mondayOf(today), today)).toBeLessThan(7);
    expect(weeks.length).toBe(daysBetween(mondayOf(today), today) >= 4 ? 2 : 1);
  }
});
