import { writeStoredFile } from '#app/platform/files/file-store.server.ts';
import type { Picture } from './picture.ts';

/** Puts pictures into the data folder; `keepFile` then makes them count. */
export async function storePictures(pictures: readonly Picture[]): Promise<void> {
  for (const { hash, content } of pictures) await writeStoredFile(hash, content);
}
