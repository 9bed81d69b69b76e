import type { Reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import type { Picture } from './picture.ts';
import { findPicture } from './picture-reads.server.ts';

/** A picture by the address that it has in a text; null for what is not kept here. */
export async function pictureFile(
  db: Reader,
  src: string,
): Promise<Pick<Picture, 'hash' | 'mediaType' | 'content'> | null> {
  const [, name = ''] = /^\/pictures\/([^/?#]+)$/.exec(src) ?? [];
  const found = await findPicture(db, name);
  const content = found && (await readStoredFile(found.hash));
  return found && content ? { ...found, content } : null;
}
