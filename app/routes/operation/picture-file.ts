import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPicture } from '#app/domain/publishing/pictures/picture-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { notFound, requirePerson } from '../guards.server.ts';

/** A picture of a text, for whoever is signed in: its address is told in the texts alone. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  const picture = await findPicture(reader, args.params.picture ?? '');
  const content = picture && (await readStoredFile(picture.hash));
  if (!picture || !content) return notFound();
  return new Response(content, {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Length': String(content.length),
      // Another picture has another address.
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-origin',
      // Opened by itself, a drawing is a document: it may do nothing.
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
