/** The eight templates, by the names that authors write. */
export const posterTemplates = [
  'big-words',
  'two-cases',
  'number',
  'customer-words',
  'promise',
  'recovery-steps',
  'thanks',
  'question',
] as const;
export type PosterTemplate = (typeof posterTemplates)[number];

export const posterPalettes = ['paper', 'ink', 'saffron', 'green', 'brick'] as const;
export type PosterPalette = (typeof posterPalettes)[number];

/** `language` where it is not the poster's own. */
export type PosterText = { text: string; language?: string | null };

/** All that stands on a poster: what its template does not know is left out. */
export type PosterWords = {
  template: PosterTemplate;
  palette: PosterPalette;
  language: string;
  /** Of the document: on no wall, but in the PDF's title. */
  title: string;
  headlines: PosterText[];
  lines: PosterText[];
  attribution: string | null;
  bad: string | null;
  good: string | null;
  number: string | null;
  quote: { text: string; by: string } | null;
  thanks: { to: string; text: string } | null;
  steps: string[];
  ask: string | null;
  /** PNG, JPEG, WebP, GIF or SVG. */
  figure: { bytes: Uint8Array; alt: string } | null;
  /** `url` is absolute; `shown` is printed below the code. */
  qr: { url: string; shown: string } | null;
  qrSays: string | null;
  /** `logo` as it is kept: PNG. `accent` such as `#a3341f`. */
  company: { name: string; logo: Uint8Array | null; accent: string | null };
  /** What the templates print of their own, in the poster's language. */
  labels: { good: string; bad: string };
};

/** What may turn out too long. `to` is the name of who is thanked, `by` who said the quote. */
export const posterParts = [
  'headline',
  'line',
  'attribution',
  'bad',
  'good',
  'number',
  'quote',
  'by',
  'thanks',
  'to',
  'step',
  'ask',
  'qr-says',
  'address',
  'company',
] as const;
export type PosterPart = (typeof posterParts)[number];

/** A part with letters that none of our typefaces has, each once. */
export type PosterLack = { part: PosterPart; at: number; letters: string[] };

/** A part that is too long for at least one size. */
export type PosterMisfit = {
  refusal: `${PosterPart}-too-long`;
  part: PosterPart;
  /** Which of several, counted from 0. */
  at: number;
  /** Letters it has to lose. */
  over: number;
  /** The word that is wider than its line, where that is why. */
  word: string | null;
  /** Where it is worst, such as `banner-upright`. */
  size: string;
};
