import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Done } from '#app/domain/learning/completions/currency.ts';
import {
  askedAgain,
  countsToday,
  courseStands,
  standingOf,
} from '#app/domain/learning/completions/currency.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import type { PublishedStep } from '#app/domain/publishing/library.ts';

const dayOf = (offset: number) => daysAfter('2026-01-01', offset);

const step = (language: string, number: number, on: number, materialFrom: number | null): PublishedStep => ({
  versionId: `${language}${number}`,
  language,
  number,
  change: materialFrom === null ? 'informative' : 'material',
  materialFrom: materialFrom === null ? null : dayOf(materialFrom),
  publishedAt: `${dayOf(on)}T08:00:00.000+00:00`,
  note: null,
});

const done = (language: string, number: number, on: number): Done => ({
  versionId: `${language}${number}`,
  language,
  number,
  completedOn: dayOf(on),
  completedAt: `${dayOf(on)}T12:00:00.000+00:00`,
});

const standing = (history: PublishedStep[], all: Done[], today: number) =>
  standingOf(history, all, dayOf(today));

describe('a completion counts', () => {
  const history = [step('en', 1, 0, null), step('en', 2, 20, null), step('en', 3, 40, 50)];

  test('as long as nothing asks for more: a change that is not material asks nothing', () => {
    expect(standing(history, [], 60)).toBe('open');
    expect(standing(history, [done('en', 1, 5)], 30)).toBe('current');
    expect(standing(history, [done('en', 1, 5)], 49)).toBe('current');
  });

  test('no longer from the day on that a material change names, unless it was of that edition or a newer one', () => {
    expect(standing(history, [done('en', 1, 5)], 50)).toBe('again');
    expect(standing(history, [done('en', 2, 49)], 50)).toBe('again');
    expect(standing(history, [done('en', 3, 45)], 50)).toBe('current');
    expect(standing(history, [done('en', 4, 45)], 50)).toBe('current');
  });

  test('again when it was made on that day or later, whatever edition was read', () => {
    expect(standing(history, [done('en', 1, 5), done('en', 1, 50)], 60)).toBe('current');
  });

  test('for all languages alike: a material change of one asks those who read another', () => {
    const both = [step('en', 1, 0, null), step('pl', 1, 0, null), step('en', 2, 40, 40)];
    expect(standing(both, [done('pl', 1, 5)], 40)).toBe('again');
    // A newer number in another language is not that edition.
    expect(standing(both, [done('pl', 7, 39)], 40)).toBe('again');
    const translated = [...both, step('pl', 2, 40, 40)];
    expect(standing(translated, [done('pl', 2, 39)], 40)).toBe('current');
  });

  test('by the newest of several material changes', () => {
    const twice = [...history, step('en', 4, 70, 70)];
    expect(askedAgain(twice, dayOf(69))?.from).toBe(dayOf(50));
    expect(standing(twice, [done('en', 3, 55)], 69)).toBe('current');
    expect(standing(twice, [done('en', 3, 55)], 70)).toBe('again');
  });
});

const steps = fc
  .array(
    fc.record({
      on: fc.nat(60),
      material: fc.boolean(),
      later: fc.nat(10),
      language: fc.constantFrom('en', 'pl'),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.on - b.on)
      .map(({ on, material, later, language }, index) =>
        step(language, index + 1, on, material ? on + later : null),
      ),
  );
const completions = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 7 }),
    on: fc.nat(70),
    language: fc.constantFrom('en', 'pl'),
  }),
  { maxLength: 5 },
);
const doneOf = (all: { number: number; on: number; language: string }[]) =>
  all.toSorted((a, b) => a.on - b.on).map(({ language, number, on }) => done(language, number, on));

describe('whatever was published and completed', () => {
  test('one more completion today makes it current, and no completion ever makes it less so', () => {
    fc.assert(
      fc.property(steps, completions, fc.nat(80), (history, given, today) => {
        const all = doneOf(given).filter(({ completedOn }) => completedOn <= dayOf(today));
        const before = standing(history, all, today);
        expect(standing(history, [...all, done('en', 1, today)], today)).toBe('current');
        for (let count = 0; count < all.length; count += 1) {
          if (standing(history, all.slice(0, count), today) === 'current') expect(before).toBe('current');
        }
      }),
    );
  });

  test('it is current exactly when one of its completions counts, and that is the rule as it is written down', () => {
    fc.assert(
      fc.property(steps, completions, fc.nat(80), (history, given, today) => {
        const all = doneOf(given);
        const days = history
          .flatMap(({ materialFrom }) => materialFrom ?? [])
          .filter((day) => day <= dayOf(today));
        const newest = days.toSorted().at(-1);
        const asking = history.filter(({ materialFrom }) => newest && materialFrom === newest);
        const counts = (one: Done) =>
          !newest ||
          one.completedOn >= newest ||
          asking.some(({ language, number }) => language === one.language && one.number >= number);
        for (const one of all) expect(countsToday(history, one, dayOf(today))).toBe(counts(one));
        const expected = all.length === 0 ? 'open' : all.some(counts) ? 'current' : 'again';
        expect(standing(history, all, today)).toBe(expected);
      }),
    );
  });

  test('a course’s completion stands until a module that was done by then is asked for again, and not a day less', () => {
    fc.assert(
      fc.property(steps, fc.nat(70), fc.nat(80), (history, on, today) => {
        const one = done('en', 1, on);
        const added = { history, done: [done('en', 1, on + 1)] };
        const stands = courseStands([{ history, done: [one] }, added], one.completedAt, dayOf(today));
        expect(stands).toBe(countsToday(history, one, dayOf(today)));
      }),
    );
  });
});
