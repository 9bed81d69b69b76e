import { createHash } from 'node:crypto';
import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { imageLimit } from '#app/domain/files/file.ts';
import { isPlainDrawing } from '#app/platform/files/plain-drawing.ts';
import { redrawPicture } from '#app/platform/files/redraw-image.server.ts';
import type { Picture, PictureFault } from './picture.ts';

/** In the document's folder or below, without tricks: `figures/the-cage.svg`. */
const fit = /^(?:\.\/)?(?:[A-Za-z0-9][\w-]*\/)*[A-Za-z0-9][\w-]*\.(svg|png|jpe?g|webp)$/;

/** Twice what the widest column is, for sharp screens. */
const size = { widest: 1440, highest: 1440 };

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** A picture beside a document. Links are not followed. */
export async function readPicture(file: string, src: string): Promise<Picture | { fault: PictureFault }> {
  const folder = path.dirname(file);

  const [, ending] = fit.exec(src) ?? [];
  if (!ending) return { fault: 'picture-unfit' };
  const target = path.join(folder, src);
  const found = await lstat(target).catch(() => null);
  if (!found) return { fault: 'picture-missing' };
  const real = path.join(await realpath(folder), src);
  if (!found.isFile() || found.size > imageLimit || (await realpath(target)) !== real) {
    return { fault: 'picture-unfit' };
  }
  const given = await readFile(target);
  return ending === 'svg' ? drawing(src, given) : photograph(src, given);
}

function drawing(src: string, given: Uint8Array): Picture | { fault: PictureFault } {
  if (!isPlainDrawing(new TextDecoder().decode(given))) return { fault: 'picture-unfit' };
  const hash = sha256(given);
  return { src, given: hash, hash, mediaType: 'image/svg+xml', content: given };
}

async function photograph(src: string, given: Uint8Array): Promise<Picture | { fault: PictureFault }> {
  const drawn = await redrawPicture(given, size);
  if ('fault' in drawn) return { fault: 'picture-unfit' };
  const { webp: content } = drawn;
  return { src, given: sha256(given), hash: sha256(content), mediaType: 'image/webp', content };
}
