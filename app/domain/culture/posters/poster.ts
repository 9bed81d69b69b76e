import { z } from 'zod';
import { isCultureTree, type CultureTree, type DocumentTree } from '#app/domain/publishing/document-tree.ts';
import type { PosterPalette, PosterTemplate } from '#app/domain/publishing/grammar/poster-grammar.ts';

/** `language` where it is not the poster's own. */
export type PosterLine = { text: string; language: string | null };

/** What an author wrote on a poster. Whom it thanks is still a number or an address, since a name may be erased. */
export type PosterText = {
  template: PosterTemplate;
  palette: PosterPalette;
  headlines: PosterLine[];
  lines: PosterLine[];
  attribution: string | null;
  bad: string | null;
  good: string | null;
  number: string | null;
  quote: { text: string; by: string } | null;
  thanks: { to: string; text: string } | null;
  steps: string[];
  ask: string | null;
  figure: { src: string; alt: string } | null;
};

/** What is printed of a poster, with everything looked up. Whoever prints has the same shape for it. */
export type PosterContent = Omit<PosterText, 'figure'> & {
  language: string;
  title: string;
  figure: { bytes: Uint8Array; alt: string } | null;
  qr: { url: string; shown: string } | null;
  qrSays: string | null;
  company: { name: string; logo: Uint8Array | null; accent: string | null };
  labels: { good: string; bad: string };
};

/** An edition of a poster that people may print. */
export type PosterEdition = { versionId: string; language: string; number: number; title: string };

/** A published poster in a reader's language, else in its own. */
export type Poster = PosterEdition & {
  documentId: string;
  slug: string;
  template: string;
  /** Null where it is for everyone. */
  function: string | null;
  standard: string | null;
  /** Every language there is, the original first. */
  editions: PosterEdition[];
};

/** It says the name of a colleague. */
export const thanksTemplate = 'thanks';

export const isPosterTree = (tree: DocumentTree): tree is CultureTree =>
  isCultureTree(tree) && tree.kind === 'poster';

/** In an address, what is for everyone needs a name too. */
export const forEveryone = 'everyone';

export const postersOnPage = 24;
/** So many are put into one archive. */
export const chosenAtMost = 50;

const word = z.string().trim().max(100).catch('').default('');

/** What the address of the gallery asks for. Whatever does not fit asks for nothing. */
export const posterFilters = z.object({
  function: word,
  standard: word,
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type PosterFilters = z.infer<typeof posterFilters>;

export const functionOf = (poster: Pick<Poster, 'function'>): string => poster.function ?? forEveryone;
