import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { normaliseSignInName } from '#app/domain/people/person.ts';
import { findPicture } from '#app/domain/publishing/pictures/picture-reads.server.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { isPosterTree, type PosterContent } from './poster.ts';
import { qrTarget } from './qr-target.ts';
import { textInTree } from './text-in-tree.ts';

/** What no document says. */
export type PosterTerms = {
  /** `https://everyhand.example.com`: what the paths of our own stand below. */
  origin: string;
  /** What the templates print of their own, in a language. */
  labels: (language: string) => PosterContent['labels'] & { colleague: string };
};

/** Everything that is printed of an edition of a poster, or null for what is none. */
export async function readPosterContent(
  db: Reader | Tx,
  versionId: string,
  { origin, labels }: PosterTerms,
): Promise<PosterContent | null> {
  const version = await readVersion(db, versionId);
  if (!version || !isPosterTree(version.tree)) return null;
  const { front, language, title, tree } = version;
  const { figure, thanks, ...text } = textInTree(front, tree);
  const { colleague, good, bad } = labels(language);
  const company = await readCompany(db);
  return {
    ...text,
    language,
    title,
    thanks: thanks && { text: thanks.text, to: (await nameOf(db, thanks.to)) ?? colleague },
    figure: figure && (await pictureOf(db, figure)),
    qr: qrTarget(front.qr, origin),
    qrSays: typeof front.qrSays === 'string' ? front.qrSays : null,
    company: {
      name: company?.name ?? '',
      logo: company?.logo ? await readStoredFile(company.logo) : null,
      accent: company?.accent ?? null,
    },
    labels: { good, bad },
  };
}

/** By employee number or e-mail; null for somebody who is not known, or not any more. */
async function nameOf(db: Reader | Tx, written: string): Promise<string | null> {
  const name = normaliseSignInName(written);
  const person = await db.person.findFirst({
    where: name.includes('@') ? { email: name } : { employeeNumber: name },
    select: { name: true },
  });
  return person?.name ?? null;
}

/** Null for one that is not kept: the words are printed without it. */
async function pictureOf(
  db: Reader | Tx,
  { src, alt }: { src: string; alt: string },
): Promise<PosterContent['figure']> {
  const found = await findPicture(db, src.replace(/^\/pictures\//, ''));
  const bytes = found && (await readStoredFile(found.hash));
  return bytes && { bytes, alt };
}
