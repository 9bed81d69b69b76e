export type ImageFormat = 'png' | 'jpeg' | 'webp';

export type ImageFault =
  /** No PNG, JPEG or WebP, whatever it is called. */
  | 'not-an-image'
  /** Cut short, or damaged. */
  | 'damaged'
  | 'animated'
  /** More follows where the image ends: a file that is two things at once. */
  | 'more-than-an-image'
  | 'too-many-pixels';

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** By the first bytes: what a file is called, or said to be, is only said. */
export function formatOf(bytes: Uint8Array): ImageFormat | null {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP' ? 'webp' : null;
}

type Shape = { end: number; animated: boolean };

function chunksOfPng(bytes: Uint8Array): Shape | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let animated = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const kind = text(bytes, at + 4, 4);
    at += 12 + view.getUint32(at);
    if (kind === 'acTL') animated = true;
    if (kind === 'IEND') return at <= bytes.length ? { end: at, animated } : null;
  }
  return null;
}

function chunksOfWebp(bytes: Uint8Array): Shape | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  let animated = false;
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    if (text(bytes, at, 4) === 'ANIM' || text(bytes, at, 4) === 'ANMF') animated = true;
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return end <= bytes.length ? { end, animated } : null;
}

/** Markers that stand alone; all others but these say how long they are. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const inScan = (marker: number) => marker === 0x00 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);

function segmentsOfJpeg(bytes: Uint8Array): Shape | null {
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return { end: at + 2, animated: false };
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
      if (marker === 0xda) {
        while (at + 1 < bytes.length && !(bytes[at] === 0xff && !inScan(bytes[at + 1]!))) at += 1;
      }
    }
  }
  return null;
}

const shapeOf = { png: chunksOfPng, jpeg: segmentsOfJpeg, webp: chunksOfWebp };

/** What can be told from the bytes alone, before anything is decoded. */
export function imageFault(bytes: Uint8Array): ImageFault | null {
  const format = formatOf(bytes);
  if (!format) return 'not-an-image';
  const shape = bytes.length >= 20 ? shapeOf[format](bytes) : null;
  if (!shape) return 'damaged';
  if (shape.animated) return 'animated';
  // Some programs fill a file up with zeros.
  return bytes.subarray(shape.end).some((byte) => byte !== 0) ? 'more-than-an-image' : null;
}
