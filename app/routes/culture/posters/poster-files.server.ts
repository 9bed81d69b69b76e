import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import { readPoster } from '#app/domain/culture/posters/poster-reads.server.ts';
import type { Poster, PosterContent, PosterEdition } from '#app/domain/culture/posters/poster.ts';
import { reader } from '#app/platform/db/database.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { narrowerPicture } from '#app/platform/files/narrower-picture.server.ts';
import { cachedPrint } from '#app/platform/print/print-cache.server.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { posterFile } from '#app/ui/print/poster/poster-file.server.ts';
import {
  isPaper,
  isPosterFormat,
  isPosterWay,
  type PosterFormat,
  type PosterWay,
} from '#app/ui/print/poster/poster-size.ts';
import { notFound } from '../../guards.server.ts';

/** Under APP_URL where there is one, else under the address that whoever asks uses themselves. */
export function posterTerms(request: Request) {
  return { origin: new URL(request.url).origin, labels: posterLabels };
}

/** The edition in the language that an address names, else in the reader's; one that there is not is not there. */
export async function askedPoster(
  slug: string,
  asked: string | null,
  readerLanguage: string,
): Promise<{ poster: Poster; edition: PosterEdition }> {
  const poster = await readPoster(reader, slug, readerLanguage);
  if (!poster) return notFound();
  const edition = asked === null ? poster : poster.editions.find(({ language }) => language === asked);
  return edition ? { poster, edition } : notFound();
}

/** Of a size that there is. Nothing said is the reader's paper, upright; a banner and a screen stand as they stand. */
export function askedSize(
  query: URLSearchParams,
  paper: PosterFormat,
): { size: PosterFormat; way: PosterWay } {
  const size = query.get('size') ?? paper;
  const way = query.get('way') ?? 'upright';
  if (!isPosterFormat(size) || !isPosterWay(way)) return notFound();
  return { size, way: isPaper(size) ? way : 'upright' };
}

export async function contentOf(request: Request, versionId: string): Promise<PosterContent> {
  return (await readPosterContent(reader, versionId, posterTerms(request))) ?? notFound();
}

type Made = { ok: true; bytes: Buffer } | { refused: string };

/** The file, or what stands in for it: too many are asked for at once, or the words do not fit. */
function bytesOrAnswer(made: Made): Buffer | Response {
  if ('ok' in made) return made.bytes;
  const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
  return made.refused === 'busy'
    ? new Response(m.poster_file_busy(), { status: 503, headers: { ...plain, 'Retry-After': '5' } })
    : new Response(m.poster_file_unprintable(), { status: 422, headers: plain });
}

export async function madeFile(content: PosterContent, options: PosterOptions): Promise<Buffer | Response> {
  return bytesOrAnswer(await posterFile(content, options));
}

/** The same as a smaller picture, which is kept like the whole one. */
export async function narrowedFile(
  content: PosterContent,
  options: PosterOptions,
  { key, width }: { key: string; width: number },
): Promise<Buffer | Response> {
  const made = await cachedPrint<{ refused: string }>(key, 'png', async () => {
    const whole = await posterFile(content, options);
    return 'ok' in whole ? { ok: true, bytes: await narrowerPicture(whole.bytes, width) } : whole;
  });
  return bytesOrAnswer(made);
}

/** What a file is called: `four-thumbs-up-a3-across.pdf`. */
export function fileName(
  slug: string,
  { size, way }: Pick<PosterOptions, 'size' | 'way'>,
  ...rest: string[]
): string {
  const ways = isPaper(size) ? [size, way] : [size];
  return [slug, ...ways, ...rest].join('-');
}
