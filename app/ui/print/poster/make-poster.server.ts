import { withPageBoxes } from '#app/platform/print/page-boxes.server.ts';
import {
  pictureOf,
  renderPdfUnless,
  renderSvgUnless,
  toldBySheet,
} from '#app/platform/typst/typeset.server.ts';
import { posterSheet } from './poster-sheet.server.ts';
import type { PosterFormat, PosterSize, PosterWay } from './poster-size.ts';
import { posterSize, posterSizes } from './poster-size.ts';
import { lacksOf } from './poster-letters.server.ts';
import type { PosterLack, PosterMisfit, PosterWords } from './poster-words.ts';

/** `print-shop` is a PDF with bleed and marks; `png` a picture of as many pixels as the size says. */
export const posterOutputs = ['pdf', 'print-shop', 'png', 'svg'] as const;
export type PosterOutput = (typeof posterOutputs)[number];

export type PosterOptions = { size: PosterFormat; way: PosterWay; as: PosterOutput };

/** `over`: the letters to lose of the first of what does not fit. */
export type PosterRefused = {
  refused: PosterMisfit['refusal'] | 'letters-lacking';
  over: number;
  misfits: PosterMisfit[];
  lacks: PosterLack[];
};
export type PosterMade = { ok: true; bytes: Buffer } | PosterRefused;

/** Millimetres, as print shops ask for them: 3 beyond the cut, and room around that for the marks. */
const shop = { bleed: 3, slug: 8 };

/** What the templates say with `misfit` of what does not fit. */
type Told = { what: PosterMisfit['part']; at: number; over: number; word: string | null };

const nameOf = ({ format, way }: PosterSize) => `${format}-${way}`;

function misfitsOf(told: unknown[], size: PosterSize): PosterMisfit[] {
  return (told as Told[]).map(({ what, at, over, word }) => ({
    refusal: `${what}-too-long` as const,
    part: what,
    at,
    over,
    word,
    size: nameOf(size),
  }));
}

/** Of each part the worst, in the order in which they were told. */
function worst(misfits: PosterMisfit[]): PosterMisfit[] {
  const found = new Map<string, PosterMisfit>();
  for (const misfit of misfits) {
    const key = `${misfit.part} ${misfit.at}`;
    const known = found.get(key);
    if (!known || known.over < misfit.over) found.set(key, misfit);
  }
  return [...found.values()];
}

function refusalOf(misfits: PosterMisfit[], lacks: PosterLack[] = []): PosterRefused | null {
  const [first] = misfits;
  if (first) return { refused: first.refusal, over: first.over, misfits, lacks };
  return lacks.length > 0 ? { refused: 'letters-lacking', over: 0, misfits, lacks } : null;
}

/** Whether it fits every size there is: everything that is too long for one, each where it is worst; and its letters. */
export async function fitPoster(words: PosterWords): Promise<{ ok: true } | PosterRefused> {
  const all: PosterMisfit[] = [];
  for (const size of posterSizes) {
    all.push(...misfitsOf(toldBySheet('misfit', posterSheet(words, { size })), size));
    // Whoever waits for a page goes before the next size.
    await new Promise((next) => setImmediate(next));
  }
  return refusalOf(worst(all), lacksOf(words)) ?? { ok: true };
}

async function drawn(words: PosterWords, size: PosterSize, as: 'png' | 'svg'): Promise<PosterMade> {
  const { made, told } = renderSvgUnless('misfit', posterSheet(words, { size }));
  if (made === null) return refusalOf(worst(misfitsOf(told, size)))!;
  return { ok: true, bytes: as === 'svg' ? Buffer.from(made) : await pictureOf(made, ...size.pixels) };
}

/** One poster in one size. Takes a tenth of a second of a processor, so it is called in the printing thread. */
export async function makePoster(words: PosterWords, options: PosterOptions): Promise<PosterMade> {
  const size = posterSize(options.size, options.way);
  const { as } = options;
  const lacking = refusalOf([], lacksOf(words));
  if (lacking) return lacking;
  if (as === 'png' || as === 'svg') return drawn(words, size, as);
  const laid = as === 'print-shop' ? { size, ...shop } : { size };
  const { made, told } = renderPdfUnless('misfit', posterSheet(words, laid));
  if (made === null) return refusalOf(worst(misfitsOf(told, size)))!;
  if (as === 'pdf') return { ok: true, bytes: made };
  const { bleed, slug } = shop;
  return { ok: true, bytes: Buffer.from(await withPageBoxes(made, { cut: bleed + slug, bleed })) };
}
