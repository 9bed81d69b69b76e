import type { LoaderFunctionArgs } from '@remix-run/node';
import * as m from '#app/messages/generated/messages.js';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { posterFile } from '#app/ui/print/poster/poster-file.server.ts';
import { notFound } from '../../guards.server.ts';
import { openScreen, pictureOptions, readSlides } from './slides.server.ts';

/** A poster that the screen shows now, in its own pixels. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const screen = await openScreen(params.token);
  const { origin, searchParams } = new URL(request.url);
  const slide = (await readSlides(screen, origin)).find(({ slug }) => slug === params.poster);
  if (!slide) return notFound();
  const { slug, content, key } = slide;
  // Another picture has another address.
  const isNamed = searchParams.get('v') === key.slice(0, 16);
  return fileAnswer(request, {
    key,
    mediaType: 'image/png',
    cacheControl: isNamed ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    name: `${slug}.png`,
    make: async () => {
      const made = await posterFile(content, pictureOptions(screen));
      if ('ok' in made) return made.bytes;
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '30' };
      return new Response(m.poster_file_busy(), { status: 503, headers });
    },
  });
}
