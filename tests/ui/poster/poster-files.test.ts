import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureOf, renderSvg } from '#app/platform/typst/typeset.server.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { makePoster } from '#app/ui/print/poster/make-poster.server.ts';
import { posterSheet } from '#app/ui/print/poster/poster-sheet.server.ts';
import { posterSize, posterSizes } from '#app/ui/print/poster/poster-size.ts';
import type { PosterWords } from '#app/ui/print/poster/poster-words.ts';
import { posterTemplates } from '#app/ui/print/poster/poster-words.ts';
import { fontsOf, pdfFacts } from '../../support/pdf-facts.ts';
import { posterLink, posterOf } from '../../support/poster-words.ts';

const points = (millimetres: number) => (millimetres / 25.4) * 72;
const near = (millimetres: number) => expect.closeTo(points(millimetres), 1);

async function made(words: PosterWords, options: Partial<PosterOptions>): Promise<Buffer> {
  const result = await makePoster(words, { size: 'a4', way: 'upright', as: 'pdf', ...options });
  if ('refused' in result) throw new Error(JSON.stringify(result));
  return result.bytes;
}

describe('a PDF', () => {
  test.each(posterTemplates)(
    '%s is tagged, titled, in its language, with its fonts in it',
    async (template) => {
      for (const voice of ['usual', 'right-to-left', 'accented'] as const) {
        const words = posterOf(template, voice);
        const pdf = await made(words, {});
        const facts = await pdfFacts(pdf);
        expect(facts).toMatchObject({ pages: 1, tagged: true, title: words.title, language: words.language });
        expect(facts.size).toEqual([595, 842]);
        expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</);
        expect(facts.roles).toContain(template === 'recovery-steps' ? 'L' : 'H1');
        expect(facts.alternatives).toHaveLength(words.qr ? 1 : 0);
        const { named, embedded } = fontsOf(pdf);
        expect(named.length).toBeGreaterThan(0);
        expect(embedded).toBe(named.length);
        // Ours alone, with every letter that was asked for.
        expect(named.filter((name) => !/\+(Fraunces|Inter|Noto)/.test(name))).toEqual([]);
        if (voice === 'accented') expect(facts.text).toContain(words.lines[0]!.text);
        if (voice === 'usual') expect(facts.text).toContain('Also yours. Especially on a Friday afternoon.');
      }
    },
  );

  test('words are tagged with the language that they are in', async () => {
    const { bytes } = (await makePoster(posterOf('big-words', 'right-to-left'), {
      size: 'a3',
      way: 'across',
      as: 'pdf',
    })) as { bytes: Buffer };
    expect(bytes.toString('latin1')).toMatch(/\/Lang\s*\(he\)/);
  });

  test('each size is as large as its paper', async () => {
    const words = posterOf('big-words', 'shortest');
    for (const size of posterSizes) {
      const page = (await PDFDocument.load(await made(words, { size: size.format, way: size.way }))).getPage(
        0,
      );
      expect(page.getSize(), size.format).toMatchObject({
        width: near(size.width),
        height: near(size.height),
      });
    }
  });
});

describe('for a print shop', () => {
  test.each([
    ['a4', 'upright', 210, 297],
    ['tabloid', 'across', 431.8, 279.4],
    ['banner', 'upright', 850, 2000],
  ] as const)('%s %s says where it is cut, and keeps its tags', async (size, way, width, height) => {
    const words = posterOf('two-cases', 'usual');
    const pdf = await made(words, { size, way, as: 'print-shop' });
    const page = (await PDFDocument.load(pdf)).getPage(0);
    const whole = { x: 0, y: 0, width: near(width + 22), height: near(height + 22) };
    expect(page.getMediaBox()).toMatchObject(whole);
    expect(page.getCropBox()).toMatchObject(whole);
    expect(page.getBleedBox()).toMatchObject({
      x: near(8),
      y: near(8),
      width: near(width + 6),
      height: near(height + 6),
    });
    expect(page.getTrimBox()).toMatchObject({
      x: near(11),
      y: near(11),
      width: near(width),
      height: near(height),
    });
    expect(await pdfFacts(pdf)).toMatchObject({ tagged: true, title: words.title, language: 'en' });
    expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</);
    expect(fontsOf(pdf).embedded).toBe(fontsOf(pdf).named.length);
  });

  test('its colour runs 3 mm beyond the cut, and its marks stay outside of that', async () => {
    const size = posterSize('a4', 'upright');
    const sheet = posterSheet(
      { ...posterOf('question', 'usual'), palette: 'ink' },
      { size, bleed: 3, slug: 8 },
    );
    // Ten dots to the millimetre.
    const wide = 2320;
    const { data, info } = await sharp(await pictureOf(renderSvg(sheet), wide))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dot = (x: number, y: number) => {
      const at = (Math.round(y * 10) * info.width + Math.round(x * 10)) * 3;
      return [...data.subarray(at, at + 3)];
    };
    const ink = [0x1e, 0x23, 0x28];
    const white = [255, 255, 255];
    for (const [x, y] of [
      [8.3, 8.3],
      [223.7, 8.3],
      [8.3, 310.7],
    ] as const)
      expect(dot(x, y)).toEqual(ink);
    for (const [x, y] of [
      [7.5, 7.5],
      [224.5, 100],
      [116, 311.5],
    ] as const)
      expect(dot(x, y)).toEqual(white);
    // The marks point at the corners of the cut.
    const darkest = (x: number, y: number) =>
      Math.min(...[-0.1, 0, 0.1].flatMap((off) => [dot(x + off, y)[0]!, dot(x, y + off)[0]!]));
    for (const [x, y] of [
      [11, 4],
      [221, 4],
      [4, 11],
      [4, 308],
      [228, 308],
    ] as const)
      expect(darkest(x, y)).toBeLessThan(190);
  });
});

describe('a picture', () => {
  test('has exactly the dots of its screen', async () => {
    const words = posterOf('number', 'usual');
    for (const [size, width, height] of [
      ['screen-wide', 1920, 1080],
      ['screen-tall', 1080, 1920],
      ['banner', 680, 1600],
    ] as const) {
      const {
        width: wide,
        height: high,
        format,
      } = await sharp(await made(words, { size, as: 'png' })).metadata();
      expect({ wide, high, format }).toEqual({ wide: width, high: height, format: 'png' });
    }
  });

  test('a logo and a figure are shown, whatever their names would have been', async () => {
    const dot = (colour: string) =>
      sharp({ create: { width: 40, height: 20, channels: 3, background: colour } });
    const words: PosterWords = {
      ...posterOf('big-words', 'usual'),
      company: { name: 'Harbour & Pine', logo: await dot('#0000ff').png().toBuffer(), accent: '#a3341f' },
      figure: { bytes: await dot('#ff00ff').jpeg().toBuffer(), alt: 'A van at the gate' },
    };
    expect((await pdfFacts(await made(words, {}))).alternatives).toEqual([
      'Harbour & Pine',
      'A van at the gate',
      `Read the case: ${posterLink.shown}`,
    ]);
    const { data } = await sharp(await made(words, { as: 'png' }))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const has = (is: (r: number, g: number, b: number) => boolean) => {
      for (let at = 0; at < data.length; at += 3)
        if (is(data[at]!, data[at + 1]!, data[at + 2]!)) return true;
      return false;
    };
    expect(has((r, g, b) => r < 9 && g < 9 && b > 246)).toBe(true);
    expect(has((r, g, b) => r > 240 && g < 15 && b > 240)).toBe(true);
  });
});

test('nothing stands nearer to the edge than its knife may come, not even a quotation mark', async () => {
  for (const text of [
    '“It’s probably fine.”',
    '“Where did the whole of it go, and who rang about it at last?”',
  ]) {
    for (const size of posterSizes) {
      const words = { ...posterOf('big-words', 'usual'), palette: 'ink' as const, headlines: [{ text }] };
      const wide = 420;
      const { data, info } = await sharp(await pictureOf(renderSvg(posterSheet(words, { size })), wide))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      // A banner has its plinth below, which runs to the edge.
      const low = size.kind === 'banner' ? info.height * 0.7 : info.height;
      const edge = Math.floor((size.safe / size.width) * wide);
      let brightest = 0;
      for (let y = 0; y < low; y += 1)
        for (let x = 0; x < edge; x += 1)
          brightest = Math.max(brightest, data[y * wide + x]!, data[y * wide + wide - 1 - x]!);
      expect(brightest, `${size.format} ${size.way}`).toBeLessThan(60);
    }
  }
});
