import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import type { PosterContent } from '#app/domain/culture/posters/poster.ts';
import { postersOnScreen } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { sizeOfShape } from '#app/domain/culture/posters/screens/screen.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { zipChunks } from '#app/platform/files/zip.server.ts';
import { byteStream } from '#app/platform/http/byte-stream.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';
import { postersInArchive } from '#app/ui/print/poster/poster-archive.server.ts';
import { requireRole } from '../../guards.server.ts';
import { findScreen } from './find-screen.server.ts';

/** A screen's posters as numbered pictures in its own pixels, for players that take files. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const screen = await findScreen(args);
  const terms = { origin: new URL(args.request.url).origin, labels: posterLabels };
  const contents: { slug: string; content: PosterContent }[] = [];
  for (const { slug, versionId } of await postersOnScreen(reader, screen)) {
    const content = await readPosterContent(reader, versionId, terms);
    if (content) contents.push({ slug, content });
  }
  const size = sizeOfShape[screen.shape];
  const headers = {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${size}.zip"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  };
  if (args.request.method === 'HEAD') return new Response(null, { headers });
  const access = { personId: actor.id, resource: 'screen.zip', query: `?screen=${screen.id}` };
  await transact((tx) => keepAccess(tx, access));
  // Players show files in the order of their names.
  const digits = Math.max(2, String(contents.length).length);
  const posters = contents.map(({ slug, content: words }, index) => ({
    name: `${String(index + 1).padStart(digits, '0')}-${slug}`,
    words,
  }));
  const files = postersInArchive(posters, { size, way: 'upright', as: 'png' }, (titles) =>
    m.poster_archive_left_out({ titles: titles.join('\n') }),
  );
  return new Response(byteStream(zipChunks(files)), { headers });
}
