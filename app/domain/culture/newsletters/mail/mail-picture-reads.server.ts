import type { Reader } from '#app/platform/db/database.server.ts';
import { pictureFile } from '#app/domain/publishing/pictures/picture-file.work.server.ts';
import type { MailImage } from '#app/platform/files/mail-image.server.ts';
import { mailImage } from '#app/platform/files/mail-image.server.ts';
import { keyedHash } from '#app/platform/seal/seal.server.ts';

/** Twice the width of a mail, for sharp screens. */
const widest = 1200;

/** Those asked for lately: a mailing is opened by many in one morning. */
const keptAtMost = 24;
const kept = new Map<string, MailImage>();

/** `abc….svg` as it is called at its place in a mail. Only what we put into a mail has a mark that fits. */
const markOf = (name: string) => keyedHash('mail-picture', name).slice(0, 22);

async function drawn(db: Reader, name: string): Promise<MailImage | null> {
  const before = kept.get(name);
  if (before) return before;
  const file = await pictureFile(db, `/pictures/${name}`);
  if (!file) return null;
  const image = await mailImage(file.content, { isDrawing: file.mediaType === 'image/svg+xml', widest });
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value!);
  kept.set(name, image);
  return image;
}

export type PictureInMail = { path: string; width: number; height: number };

/**
 * Where a picture of a text is found by whoever opens a mail, signed in or not; null for what is none of ours. The
 * address cannot be made by anybody who has not been sent it.
 */
export async function pictureInMail(db: Reader, src: string): Promise<PictureInMail | null> {
  const [, name = ''] = /^\/pictures\/([^/?#]+)$/.exec(src) ?? [];
  const image = name && (await drawn(db, name));
  if (!image) return null;
  const ending = image.mediaType === 'image/png' ? 'png' : 'jpg';
  const { width, height } = image;
  return { path: `/mail-pictures/${name}-${markOf(name)}.${ending}`, width, height };
}

/** Of a poster in a mail: a sheet of A4, twice as wide as it is shown. */
export const posterInMailWidth = 480;

const posterName = (slug: string, language: string) => `poster.${slug}.${language}`;

/** Where the picture of a poster is found by whoever opens a mail, as long as people may print it. */
export function posterInMail({ slug, language }: { slug: string; language: string }): PictureInMail {
  const name = posterName(slug, language);
  const height = Math.round((posterInMailWidth * 297) / 210);
  return { path: `/mail-pictures/${name}-${markOf(name)}.png`, width: posterInMailWidth, height };
}

/** The poster whose picture such an address names. */
export function posterOfMailPicture(address: string): { slug: string; language: string } | null {
  const [, slug = '', language = '', mark = ''] =
    /^poster\.([a-z0-9-]{1,100})\.([A-Za-z0-9-]{2,35})-([\w-]{22})\.png$/.exec(address) ?? [];
  return slug !== '' && mark === markOf(posterName(slug, language)) ? { slug, language } : null;
}

/** The picture that such an address names. */
export async function findMailPicture(db: Reader, address: string): Promise<MailImage | null> {
  const [, name = '', mark = ''] =
    /^([0-9a-f]{64}\.(?:svg|webp))-([\w-]{22})\.(?:png|jpg)$/.exec(address) ?? [];
  return name !== '' && mark === markOf(name) ? drawn(db, name) : null;
}
