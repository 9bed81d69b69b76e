import jsqr from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureOf, renderSvg } from '#app/platform/typst/typeset.server.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { posterSheet } from '#app/ui/print/poster/poster-sheet.server.ts';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import type { PosterWords } from '#app/ui/print/poster/poster-words.ts';
import { posterPalettes } from '#app/ui/print/poster/poster-words.ts';
import { posterLink, posterOf } from '../../support/poster-words.ts';

describe('a code', () => {
  async function read(
    words: PosterWords,
    size: PosterOptions['size'],
    way: PosterOptions['way'] = 'upright',
  ) {
    const svg = renderSvg(posterSheet(words, { size: posterSize(size, way) }));
    const { data, info } = await sharp(await pictureOf(svg, 1400))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = jsqr(new Uint8ClampedArray(data), info.width, info.height, {
      inversionAttempts: 'dontInvert',
    });
    if (!found) return null;
    const { topLeftCorner: from, topRightCorner: to } = found.location;
    return {
      says: found.data,
      wide: (Math.hypot(to.x - from.x, to.y - from.y) / info.width) * posterSize(size, way).width,
    };
  }
  const withCode = { ...posterOf('promise', 'usual'), qr: posterLink };

  test.each(posterPalettes)('is read on %s, dark on light', async (palette) => {
    expect(await read({ ...withCode, palette }, 'a4')).toMatchObject({ says: posterLink.url });
  });

  test.each([
    ['a4', 'upright', 25],
    ['a4', 'across', 25],
    ['letter', 'upright', 25],
    ['a3', 'upright', 35],
    ['banner', 'upright', 120],
  ] as const)('on %s %s is at least %d mm wide', async (size, way, least) => {
    const found = await read(withCode, size, way);
    expect(found?.says).toBe(posterLink.url);
    expect(found!.wide).toBeGreaterThan(least);
  });

  test('of a long address is still read: its squares keep their size', async () => {
    const url = `${posterLink.url}?from=${'wall-of-the-warehouse-'.repeat(8)}`;
    expect(await read({ ...withCode, qr: { url, shown: posterLink.shown } }, 'a4')).toMatchObject({
      says: url,
    });
  });
});
