import type { LoaderFunctionArgs } from '@remix-run/node';
import { findMailPicture } from '#app/domain/culture/newsletters/mail/mail-picture-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** A picture of a mail: mail programs do not sign in, so whoever has its address may see it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const picture = await findMailPicture(reader, params.picture ?? '');
  if (!picture) return notFound();
  return new Response(new Uint8Array(picture.content), {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Length': String(picture.content.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      // It stands in mails, which are read elsewhere.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  });
}
