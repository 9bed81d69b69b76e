import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, searchKey } from '#app/domain/people/search-key.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme-composite' }),
);

describe('a name as it is searched for', () => {
  test('is folded once and for all', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(fold(fold(name))).toBe(fold(name));
      }),
      { numRuns: 5000 },
    );
  });

  test('is found however it is composed or spaced', () => {
    fc.assert(
      fc.property(text, (name) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
          expect(fold(name.normalize(form))).toBe(fold(name));
        expect(fold(`  ${name}\t`)).toBe(fold(name));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Łukasz Żółć', 'lukasz zolc'],
    ['STRAẞE straße', 'strasse strasse'],
    ['Ørsted Æsir', 'orsted aesir'],
    ['İstanbul ıstanbul', 'istanbul istanbul'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['Þóra', 'thora'],
    ['O’Neill', 'o’neill'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['محمد', 'محمد'],
  ])('%s is found as %s', (name, found) => {
    expect(fold(name)).toBe(found);
  });

  test('holds every text it is given, and not those that are missing', () => {
    expect(searchKey('Łukasz', null, 'N-7', undefined, '')).toBe('lukasz n-7');
    fc.assert(
      fc.property(fc.array(text), (all) => {
        const key = searchKey(...all);
        for (const one of all) expect(key).toContain(fold(one));
        expect(fold(key)).toBe(key.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
