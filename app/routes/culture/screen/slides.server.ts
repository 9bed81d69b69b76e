import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import type { PosterContent } from '#app/domain/culture/posters/poster.ts';
import type { Screen } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { postersOnScreen, screenByToken } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { sizeOfShape } from '#app/domain/culture/posters/screens/screen.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { printKey } from '#app/platform/print/print-cache.server.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';
import { notFound } from '../../guards.server.ts';
import type { Show } from './show.ts';

/** For everybody with the address, and for nobody else. */
export async function openScreen(token: string | undefined): Promise<Screen> {
  return (await screenByToken(reader, token ?? '')) ?? notFound();
}

export const pictureOptions = ({ shape }: Screen): PosterOptions => ({
  size: sizeOfShape[shape],
  way: 'upright',
  as: 'png',
});

type OnScreen = { slug: string; title: string; content: PosterContent; key: string };

/** What it shows now, with the names of its pictures: what is changed has another. */
export async function readSlides(screen: Screen, origin: string): Promise<OnScreen[]> {
  const found: OnScreen[] = [];
  for (const { slug, title, versionId } of await postersOnScreen(reader, screen)) {
    const content = await readPosterContent(reader, versionId, { origin, labels: posterLabels });
    if (content) found.push({ slug, title, content, key: posterKey(content, pictureOptions(screen)) });
  }
  return found;
}

export async function readShow(screen: Screen, token: string, request: Request): Promise<Show> {
  const slides = await readSlides(screen, new URL(request.url).origin);
  const shown = slides.map(({ slug, title, key }) => ({
    src: `/screen/${token}/${slug}.png?v=${key.slice(0, 16)}`,
    alt: title,
  }));
  const { seconds } = screen;
  return { key: printKey(seconds, shown).slice(0, 16), seconds, slides: shown };
}
