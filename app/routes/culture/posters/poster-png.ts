import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { printKey } from '#app/platform/print/print-cache.server.ts';
import { posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { pictureWidths } from '#app/ui/posters/picture-widths.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import {
  askedPoster,
  askedSize,
  contentOf,
  fileName,
  madeFile,
  narrowedFile,
} from './poster-files.server.ts';

function askedWidth(text: string | null): number | null {
  if (text === null) return null;
  return pictureWidths.find((width) => String(width) === text) ?? notFound();
}

/** A poster as a picture: small for a page that shows it, in all its pixels for a screen or a chat. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { searchParams: query, search } = new URL(args.request.url);
  const { size, way } = askedSize(query, await paperOf(reader, actor.id));
  const width = askedWidth(query.get('width'));
  const slug = args.params.poster ?? '';
  const { edition } = await askedPoster(slug, query.get('language'), actor.language);
  const content = await contentOf(args.request, edition.versionId);
  const options = { size, way, as: 'png' } as const;
  const whole = posterKey(content, options);
  const key = width === null ? whole : printKey(whole, width);
  const attachment = query.has('download');
  return fileAnswer(args.request, {
    key,
    mediaType: 'image/png',
    // A page shows many of them; what changes is seen a few minutes later.
    cacheControl: attachment ? 'private, no-cache' : 'private, max-age=600',
    name: `${fileName(slug, options)}.png`,
    attachment,
    make: async () => {
      if (attachment) {
        const access = {
          personId: actor.id,
          resource: 'poster.png',
          query: `?poster=${slug}&${search.slice(1)}`,
        };
        await transact((tx) => keepAccess(tx, access));
      }
      return width === null ? madeFile(content, options) : narrowedFile(content, options, { key, width });
    },
  });
}
