import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1d8a99' } });

export const pngOf = (width: number, height: number) => plain(width, height).png().toBuffer();
export const jpegOf = (width: number, height: number) => plain(width, height).jpeg().toBuffer();
export const webpOf = (width: number, height: number) => plain(width, height).webp().toBuffer();

/** As a telephone makes it: lying on its side, with the place and the maker written into it. */
export const photographed = (width: number, height: number) =>
  plain(width, height)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'canarymaker', Artist: 'canaryartist' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** Two frames in one file. */
export async function animatedOf(format: 'webp' | 'gif'): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(20 * 20 * 4, 255), Buffer.alloc(20 * 20 * 4, 99)]);
  const raw = { width: 20, height: 40, channels: 4, pageHeight: 20 } as const;
  return sharp(frames, { raw })
    .toFormat(format, { delay: [100, 100] })
    .toBuffer();
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  let crc = 0xffffffff;
  for (const byte of body) crc = crcTable[(crc ^ byte) & 255]! ^ (crc >>> 8);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, check]);
}

/** A PNG with one more chunk before its picture. */
export function withChunk(png: Buffer, kind: string, content: Buffer): Buffer {
  const afterHead = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHead), chunk(kind, content), png.subarray(afterHead)]);
}

/** A few kilobytes that say they are a picture of a thousand million points. */
export function bomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(32_000, 0);
  head.writeUInt32BE(32_000, 4);
  head[8] = 1;
  const lines = deflateSync(Buffer.alloc(4001 * 32_000), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
