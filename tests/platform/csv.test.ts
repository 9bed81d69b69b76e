import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '#app/platform/csv/csv-chunks.server.ts';

const awkward = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '=',
  '+',
  '-',
  '@',
  '\t',
  ' ',
  "'",
  'a',
  '\uFF1D',
  'ł',
  '😀',
);
const text = fc.oneof(
  fc.array(awkward, { maxLength: 6 }).map((all) => all.join('')),
  fc.string(),
);

/** What a sheet skips, and then takes for a formula what comes after it. */
const hidden = /^[\p{White_Space}\p{Cf}\p{Cc}]+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

test('every text is written as a well-known writer writes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: 2, maxLength: 4 })),
      (records) => {
        const cast = { string: (one: string) => (hidden.test(one) ? `'${one}` : one) };
        expect(csvText(records)).toBe(stringify(records, { escape_formulas: true, cast }));
      },
    ),
  );
});

test.each(['=1', ' =1', '\u200B=1', '\t=1', '\uFF1D1', '\tx', '\rx'])('%j does not run', (formula) => {
  expect(csvText([[formula]])).toMatch(/^"?'/);
});
