import { cachedPrint, printKey } from '#app/platform/print/print-cache.server.ts';
import type { Busy } from '#app/platform/print/printer.server.ts';
import { askPrinter } from '#app/platform/print/printer.server.ts';
import { typesetterVersions } from '#app/platform/typst/fonts.server.ts';
import type { PosterMade, PosterOptions, PosterOutput, PosterRefused } from './make-poster.server.ts';
import { isPaper } from './poster-size.ts';
import { templateParts, templates } from './poster-templates.ts';
import type { PosterWords } from './poster-words.ts';

/** To be raised when something else than templates and packages changes what comes out. */
const version = 1;

const posterFileKinds: Record<PosterOutput, { extension: string; mediaType: string }> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  'print-shop': { extension: 'pdf', mediaType: 'application/pdf' },
  png: { extension: 'png', mediaType: 'image/png' },
  svg: { extension: 'svg', mediaType: 'image/svg+xml' },
};

/** `key` changes whenever the bytes may: an ETag. */
export type PosterFile = { ok: true; bytes: Buffer; key: string; extension: string; mediaType: string };

let templatesKey: string | undefined;

/** Named by what it comes of: the same words in the same size are the same file. */
export function posterKey(words: PosterWords, options: PosterOptions): string {
  templatesKey ??= printKey(version, typesetterVersions(), templates, templateParts);
  const way = isPaper(options.size) ? options.way : null;
  return printKey(templatesKey, words, { ...options, way });
}

/** A poster as a file, from the cache or the printing thread. `busy` means: ask again in a few seconds (503). */
export async function posterFile(
  words: PosterWords,
  options: PosterOptions,
): Promise<PosterFile | PosterRefused | Busy> {
  const key = posterKey(words, options);
  const { extension, mediaType } = posterFileKinds[options.as];
  const print = await cachedPrint<PosterRefused | Busy>(key, extension, async () => {
    const made = await askPrinter<PosterMade>('poster', { words, options });
    return 'ok' in made ? { ok: true, bytes: Buffer.from(made.bytes) } : made;
  });
  return 'ok' in print ? { ...print, key, extension, mediaType } : print;
}

/** Asked before a poster is published: what is too long for any size, all at once. */
export function posterFits(words: PosterWords): Promise<{ ok: true } | PosterRefused | Busy> {
  return askPrinter('fit', { words });
}
