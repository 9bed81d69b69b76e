import sharp, { type Sharp } from 'sharp';
import type { ImageFault } from './image-bytes.ts';
import { formatOf, imageFault } from './image-bytes.ts';

// An image is drawn now and then: one thread is enough, and nothing needs to be remembered.
sharp.concurrency(1);
sharp.cache(false);

/** More than a large photograph has. A file of a few kilobytes can claim a thousand times as much. */
const mostPixels = 30_000_000;

type Size = { widest: number; highest: number };

/**
 * An image that somebody sent, as a new PNG: the right way up, no larger than asked for, and nothing of the file it
 * came in. What cannot be drawn in full is not drawn.
 */
export async function redrawImage(
  sent: Uint8Array,
  size: Size,
): Promise<{ png: Buffer } | { fault: ImageFault }> {
  const drawn = await drawAnew(sent, size, (image) => image.png({ compressionLevel: 9 }));
  return 'fault' in drawn ? drawn : { png: drawn.content };
}

/** The same as WebP: of a photograph a tenth of the bytes, which somebody waits for. */
export async function redrawPicture(
  sent: Uint8Array,
  size: Size,
): Promise<{ webp: Buffer } | { fault: ImageFault }> {
  const drawn = await drawAnew(sent, size, (image) => image.webp({ quality: 80 }));
  return 'fault' in drawn ? drawn : { webp: drawn.content };
}

async function drawAnew(
  sent: Uint8Array,
  { widest, highest }: Size,
  as: (image: Sharp) => Sharp,
): Promise<{ content: Buffer } | { fault: ImageFault }> {
  const fault = imageFault(sent);
  if (fault) return { fault };
  const image = sharp(sent, { failOn: 'warning', limitInputPixels: mostPixels, pages: 1 }).timeout({
    seconds: 10,
  });
  try {
    const { format, width, height } = await image.metadata();
    if (format !== formatOf(sent)) return { fault: 'not-an-image' };
    if (width * height > mostPixels) return { fault: 'too-many-pixels' };
    const fitted = image
      .autoOrient()
      .resize({ width: widest, height: highest, fit: 'inside', withoutEnlargement: true });
    return { content: await as(fitted.toColourspace('srgb')).toBuffer() };
  } catch (error) {
    return { fault: /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'damaged' };
  }
}
