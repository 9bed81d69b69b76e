import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import { draftedPoster } from '#app/domain/culture/posters/poster-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';
import { posterFile, posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { notFound, requireRole } from '../../guards.server.ts';

/** How a poster will look, before people may print it. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const { origin, searchParams } = new URL(args.request.url);
  const slug = args.params.poster ?? '';
  const draft = await draftedPoster(reader, slug, searchParams.get('language'));
  const terms = { origin, labels: posterLabels };
  const content = draft && (await readPosterContent(reader, draft.versionId, terms));
  if (!content) return notFound();
  const options = { size: 'a4', way: 'upright', as: 'png' } as const;
  return fileAnswer(args.request, {
    key: posterKey(content, options),
    mediaType: 'image/png',
    cacheControl: 'private, no-cache',
    name: `${slug}.png`,
    make: async () => {
      const made = await posterFile(content, options);
      if ('ok' in made) return made.bytes;
      const isBusy = made.refused === 'busy';
      return new Response(isBusy ? m.poster_file_busy() : m.poster_file_unprintable(), {
        status: isBusy ? 503 : 422,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      });
    },
  });
}
