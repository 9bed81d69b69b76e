import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPosterContent } from '#app/domain/culture/posters/poster-content-reads.server.ts';
import type { PosterContent } from '#app/domain/culture/posters/poster.ts';
import { postersOnScreen } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { sizeOfShape } from '#app/domain/culture/posters/screens/screen.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { type ZipEntry, zipChunks } from '#app/platform/files/zip.server.ts';
import { byteStream } from '#app/platform/http/byte-stream.ts';
import { posterLabels } from '#app/ui/print/poster-labels.ts';
import type { PosterOptions } from '#app/ui/print/poster/make-poster.server.ts';
import { posterFile } from '#app/ui/print/poster/poster-file.server.ts';
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
  const files = numbered(contents, { size, way: 'upright', as: 'png' });
  return new Response(byteStream(zipChunks(files)), { headers });
}

/** Players show files in the order of their names. */
async function* numbered(
  contents: { slug: string; content: PosterContent }[],
  options: PosterOptions,
): AsyncGenerator<ZipEntry> {
  const digits = Math.max(2, String(contents.length).length);
  for (const [index, { slug, content }] of contents.entries()) {
    const made = await posterFile(content, options);
    if (!('ok' in made)) throw new Error(`The poster ${slug} could not be made: ${made.refused}.`);
    const number = String(index + 1).padStart(digits, '0');
    yield { name: `${number}-${slug}.${made.extension}`, bytes: made.bytes };
  }
}
