import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { chosenAtMost } from '#app/domain/culture/posters/poster.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { zipChunks } from '#app/platform/files/zip.server.ts';
import { byteStream } from '#app/platform/http/byte-stream.ts';
import { postersInArchive } from '#app/ui/print/poster/poster-archive.server.ts';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import { askedPoster, askedSize, contentOf, fileName } from './poster-files.server.ts';

/** The chosen posters in one archive: sheets as PDF, what is for screens as pictures. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { searchParams: query, search } = new URL(args.request.url);
  const slugs = [...new Set(query.getAll('poster'))];
  // The gallery says what is missing.
  if (slugs.length === 0) throw redirect('/posters?chosen=none');
  if (slugs.length > chosenAtMost) return notFound();
  const { size, way } = askedSize(query, await paperOf(reader, actor.id));
  const isPicture = posterSize(size, way).kind === 'screen';
  const options = { size, way, as: isPicture ? 'png' : 'pdf' } as const;
  const posters: Parameters<typeof postersInArchive>[0][number][] = [];
  for (const slug of slugs) {
    const { edition } = await askedPoster(slug, null, actor.language);
    posters.push({ name: fileName(slug, options), words: await contentOf(args.request, edition.versionId) });
  }
  const headers = {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName('posters', options)}.zip"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  await transact((tx) => keepAccess(tx, { personId: actor.id, resource: 'posters.zip', query: search }));
  const files = postersInArchive(posters, options, (titles) =>
    m.poster_archive_left_out({ titles: titles.join('\n') }),
  );
  return new Response(byteStream(zipChunks(files)), { headers });
}
