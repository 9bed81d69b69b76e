import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { mediaTypeOf, type Picture } from './picture.ts';

type Found = Pick<Picture, 'hash' | 'mediaType'>;

/** Which picture an address names, if there is such a one. */
export async function findPicture(db: Reader | Tx, name: string): Promise<Found | null> {
  const [, hash, ending = ''] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? [];
  const mediaType = mediaTypeOf(ending);
  if (!hash || !mediaType) return null;
  const file = await db.file.findUnique({ where: { hash }, select: { mediaType: true } });
  return file?.mediaType === mediaType ? { hash, mediaType } : null;
}
