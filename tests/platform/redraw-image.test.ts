import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { redrawImage } from '#app/platform/files/redraw-image.server.ts';
import { animatedOf, bomb, jpegOf, photographed, pngOf, webpOf, withChunk } from '../support/images.ts';

const redraw = (sent: Uint8Array) => redrawImage(sent, { widest: 512, highest: 512 });

async function drawn(sent: Uint8Array) {
  const result = await redraw(sent);
  if ('fault' in result) throw new Error(result.fault);
  const { format, width, height } = await sharp(result.png).metadata();
  return { format, width, height, bytes: result.png };
}

describe('a picture is drawn anew as PNG', () => {
  test.each([
    ['PNG', () => pngOf(300, 100)],
    ['JPEG', () => jpegOf(300, 100)],
    ['WebP', () => webpOf(300, 100)],
  ])('from %s', async (_, make) => {
    expect(await drawn(await make())).toMatchObject({ format: 'png', width: 300, height: 100 });
  });

  test('at most as large as asked for, and never larger than it was', async () => {
    expect(await drawn(await pngOf(2000, 500))).toMatchObject({ width: 512, height: 128 });
    expect(await drawn(await pngOf(100, 3000))).toMatchObject({ height: 512 });
    expect(await drawn(await pngOf(1, 1))).toMatchObject({ width: 1, height: 1 });
  });

  test('the right way up, without a word of what the file said about itself', async () => {
    const photo = await photographed(300, 100);
    expect(photo.includes('canarymaker')).toBe(true);
    const { bytes, ...size } = await drawn(photo);
    expect(size).toEqual({ format: 'png', width: 100, height: 300 });
    const { exif, icc, xmp } = await sharp(bytes).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes('canary')).toBe(false);
  });

  test('also where a program filled the file up with zeros', async () => {
    expect(await drawn(Buffer.concat([await pngOf(9, 9), Buffer.alloc(64)]))).toMatchObject({ width: 9 });
  });

  test('without what was hidden in a comment', async () => {
    const commented = withChunk(await pngOf(9, 9), 'tEXt', Buffer.from('Comment\0<script>canary()</script>'));
    expect((await drawn(commented)).bytes.includes('canary')).toBe(false);
  });
});

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
const behind = (bytes: Buffer, more: string) => Buffer.concat([bytes, Buffer.from(more, 'latin1')]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';

/** What is sent, and why it is refused. */
const refused: [what: string, fault: string, make: () => Promise<Buffer> | Buffer][] = [
  ['an SVG', 'not-an-image', () => Buffer.from(svg)],
  ['an SVG that begins like XML', 'not-an-image', () => Buffer.from(`<?xml version="1.0"?>${svg}`)],
  ['a page', 'not-an-image', () => Buffer.from('<!doctype html><title>x</title>')],
  ['a GIF', 'not-an-image', () => animatedOf('gif')],
  [
    'a TIFF',
    'not-an-image',
    () =>
      sharp(Buffer.alloc(300), { raw: { width: 10, height: 10, channels: 3 } })
        .tiff()
        .toBuffer(),
  ],
  ['nothing', 'not-an-image', () => Buffer.alloc(0)],
  ['zeros', 'not-an-image', () => Buffer.alloc(2000)],
  [
    'the first bytes of a PNG before a page',
    'damaged',
    () => behind(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '<script>alert(1)</script>'),
  ],
  ['half a PNG', 'damaged', async () => half(await pngOf(400, 300))],
  ['half a JPEG', 'damaged', async () => half(await jpegOf(400, 300))],
  ['half a WebP', 'damaged', async () => half(await webpOf(400, 300))],
  [
    'a PNG whose picture is damaged',
    'damaged',
    async () => {
      const png = await pngOf(400, 300);
      png.fill(0x55, 60, 80);
      return png;
    },
  ],
  ['a WebP that moves', 'animated', () => animatedOf('webp')],
  [
    'a PNG that moves',
    'animated',
    async () => withChunk(await pngOf(9, 9), 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
  ],
  [
    'a PNG with an archive behind it',
    'more-than-an-image',
    async () => behind(await pngOf(9, 9), 'PK\x03\x04 and so on'),
  ],
  [
    'a JPEG with a script behind it',
    'more-than-an-image',
    async () => behind(await jpegOf(9, 9), '*/alert(1)/*'),
  ],
  [
    'a WebP with a page behind it',
    'more-than-an-image',
    async () => behind(await webpOf(9, 9), '<script>alert(1)</script>'),
  ],
  ['a thousand million points in a small file', 'too-many-pixels', bomb],
];

describe('what is no plain picture is not drawn', () => {
  test.each(refused)('%s: %s', async (_, fault, make) => {
    const sent = await make();
    expect(sent.length).toBeLessThan(1024 * 1024);
    expect(await redraw(sent)).toEqual({ fault });
  });

  test('nor any of a picture that was cut short anywhere', async () => {
    const whole = [await pngOf(60, 40), await jpegOf(60, 40), await webpOf(60, 40)];
    for (const bytes of whole) {
      for (let length = 0; length < bytes.length; length += 7) {
        expect(await redraw(bytes.subarray(0, length)), `${length} of ${bytes.length}`).toHaveProperty(
          'fault',
        );
      }
    }
  });
});
