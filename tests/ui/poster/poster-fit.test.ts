import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { typesetterVersions } from '#app/platform/typst/fonts.server.ts';
import { fitPoster, makePoster } from '#app/ui/print/poster/make-poster.server.ts';
import type { PosterWords } from '#app/ui/print/poster/poster-words.ts';
import { posterOf } from '../../support/poster-words.ts';

const prose =
  'We ring you before you have to ring us and say what we know and when we will know more than that ';
const some = (letters: number) => prose.repeat(14).slice(0, letters).trimEnd();
const withHeadline = (text: string): PosterWords => ({
  ...posterOf('big-words', 'usual'),
  headlines: [{ text }],
});

async function refusalOf(words: PosterWords) {
  const result = await fitPoster(words);
  if ('ok' in result) throw new Error('It fits.');
  return result;
}

describe('what is too long', () => {
  test('a headline is refused with the letters that it has to lose in the worst of all sizes', async () => {
    const long = some(420);
    const { refused, over, misfits } = await refusalOf(withHeadline(long));
    expect(refused).toBe('headline-too-long');
    expect(over).toBeGreaterThan(20);
    expect(misfits).toHaveLength(1);
    // Neither more nor fewer than it takes.
    expect(await fitPoster(withHeadline(long.slice(0, long.length - over)))).toEqual({ ok: true });
    expect(await fitPoster(withHeadline(long.slice(0, long.length - over + 12)))).not.toEqual({ ok: true });
  });

  test('of a word that is wider than its line that word is named, and never broken', async () => {
    const word = 'Kundenzufriedenheitsbefragungsauswertungsergebnis';
    const { over, misfits } = await refusalOf(withHeadline(`Zur ${word} bitte`));
    expect(misfits[0]).toMatchObject({ part: 'headline', at: 0, word });
    expect(await fitPoster(withHeadline(`Zur ${word.slice(0, -over)} bitte`))).toEqual({ ok: true });
    // Where its author allows it, it may break.
    const softly = 'Kundenzufriedenheits\u00adbefragungs\u00adauswertungs\u00adergebnis';
    expect(await fitPoster(withHeadline(`Zur ${softly} bitte`))).toEqual({ ok: true });
  });

  test('every part that is too long is told, with its number', async () => {
    const steps = ['Listen.', some(400), 'Ring back.', some(380)];
    const { misfits } = await refusalOf({
      ...posterOf('recovery-steps', 'usual'),
      steps,
      lines: [{ text: some(600) }],
    });
    const told = misfits.map(({ part, at }) => `${part} ${at}`);
    expect(told).toEqual(expect.arrayContaining(['line 0', 'step 1', 'step 3']));
    expect(told).not.toContain('step 2');
  });

  test.each([
    ['two-cases', 'good', { good: some(800) }],
    ['customer-words', 'quote', { quote: { text: some(1100), by: 'Mara' } }],
    ['thanks', 'thanks', { thanks: { to: 'Jarek', text: some(1200) } }],
    ['question', 'ask', { ask: some(700) }],
    ['number', 'number', { number: 'three hundred and seventy thousand' }],
    ['promise', 'attribution', { attribution: some(500) }],
  ] as const)('of %s the %s is told', async (template, part, change) => {
    const { misfits } = await refusalOf({ ...posterOf(template, 'usual'), ...change });
    expect(misfits.map((misfit) => misfit.part)).toContain(part);
  });

  test('nothing is made of it', async () => {
    for (const as of ['pdf', 'png', 'svg', 'print-shop'] as const) {
      const made = await makePoster(withHeadline(some(900)), { size: 'a4', way: 'upright', as });
      expect(made).toMatchObject({ refused: 'headline-too-long' });
    }
  });
});

describe('letters that none of our typefaces has', () => {
  const words: PosterWords = {
    ...posterOf('recovery-steps', 'usual'),
    headlines: [{ text: 'Żółć, Ở, שָׁלוֹם, سلامٌ, Ђ → ✓ a\u0301 \u00ad\u200f' }],
    steps: ['Listen.', '聞く, 聞く ☎', 'नमस्ते'],
  };

  test('are told with their part, each once, and nothing is borrowed of the machine', async () => {
    const { refused, misfits, lacks } = await refusalOf(words);
    expect({ refused, misfits, lacks }).toEqual({
      refused: 'letters-lacking',
      misfits: [],
      lacks: [
        { part: 'step', at: 1, letters: ['聞', 'く', '☎'] },
        { part: 'step', at: 2, letters: ['न', 'म', 'स्ते'] },
      ],
    });
    expect(await makePoster(words, { size: 'a4', way: 'upright', as: 'png' })).toMatchObject({
      refused: 'letters-lacking',
    });
  });

  test('are told beside what is too long', async () => {
    const { refused, lacks } = await refusalOf({ ...words, headlines: [{ text: some(420) }] });
    expect(refused).toBe('headline-too-long');
    expect(lacks).toHaveLength(2);
  });
});

test('every weight that a poster asks for is ours, in each family that has it: none is taken from the machine', () => {
  const templates = 'app/ui/print/poster/templates';
  const sources = ['../../base.typ', ...readdirSync(templates)].map((name) =>
    readFileSync(`${templates}/${name}`, 'utf8'),
  );
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/(?:weight: |display\(|plain\()(\d+)/g)].map(([, weight]) => weight!),
  );
  expect(new Set(asked)).toContain('900');
  const fonts = 'node_modules/@expo-google-fonts';
  const lacking = ['fraunces', 'inter', 'noto-serif', 'noto-naskh-arabic', 'noto-serif-hebrew'].flatMap(
    (family) =>
      readdirSync(`${fonts}/${family}`)
        .filter((weight) => asked.includes(weight.slice(0, 3)) && !weight.endsWith('Italic'))
        .map((weight) => `${family}/${weight}/`)
        .filter((folder) => !typesetterVersions().some((file) => file.startsWith(folder))),
  );
  expect(lacking).toEqual([]);
});

test('words are told from their ground on every palette: seven to one', () => {
  const source = readFileSync('app/ui/print/base.typ', 'utf8');
  const brightness = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [brightness(one), brightness(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const palettes = [...source.matchAll(/^ {2}(\w+): \(\n([\s\S]*?)\n {2}\),/gm)].map(
    ([, name = '', body = '']) => ({
      name,
      colours: Object.fromEntries(
        [...body.matchAll(/([\w-]+): rgb\("(#\w{6})"\)/g)].map(([, key, value]) => [key, value!]),
      ),
    }),
  );
  expect(palettes.map(({ name }) => name)).toEqual(['paper', 'ink', 'saffron', 'green', 'brick']);
  const pairs = [
    ['text', 'ground'],
    ['soft', 'ground'],
    ['bad', 'ground'],
    ['on-good', 'good'],
    ['text', 'shade'],
  ] as const;
  const faint = palettes.flatMap(({ name, colours }) =>
    pairs
      .filter(([one, other]) => contrast(colours[one]!, colours[other]!) < 7)
      .map((pair) => `${name}: ${pair.join(' on ')}`),
  );
  expect(faint).toEqual([]);
});
