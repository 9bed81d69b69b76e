import { createHash } from 'node:crypto';
import type { Refused } from '#app/platform/db/database.server.ts';
import { writeStoredFile } from '#app/platform/files/file-store.server.ts';
import type { ImageFault } from '#app/platform/files/image-bytes.ts';
import { redrawImage } from '#app/platform/files/redraw-image.server.ts';
import type { StoredImage } from './file.ts';
import { imageLimit } from './file.ts';

export type ImageRefusal = ImageFault | 'too-large';

/**
 * Draws an image that somebody sent anew, so that nothing is kept of it but its picture, and puts it into the data
 * folder. `keepFile` then makes it count.
 */
export async function storeImage(
  sent: Uint8Array,
): Promise<{ ok: true; image: StoredImage } | Refused<ImageRefusal>> {
  if (sent.length > imageLimit) return { refused: 'too-large' };
  const drawn = await redrawImage(sent, { widest: 512, highest: 512 });
  if ('fault' in drawn) return { refused: drawn.fault };
  const hash = createHash('sha256').update(drawn.png).digest('hex');
  await writeStoredFile(hash, drawn.png);
  const image = { hash, mediaType: 'image/png', size: drawn.png.length } as StoredImage;
  return { ok: true, image };
}
