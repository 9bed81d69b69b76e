import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  findMailPicture,
  posterInMailWidth,
  posterOfMailPicture,
} from '#app/domain/culture/newsletters/mail/mail-picture-reads.server.ts';
import { publishedDocument } from '#app/domain/publishing/published-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { printKey } from '#app/platform/print/print-cache.server.ts';
import { posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { notFound } from '../../guards.server.ts';
import { contentOf, narrowedFile } from '../posters/poster-files.server.ts';

/** It stands in mails, which are read elsewhere. */
const everywhere = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** A picture of a mail: mail programs do not sign in, so whoever has its address may see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const address = params.picture ?? '';
  const poster = posterOfMailPicture(address);
  if (poster) return pictureOfPoster(request, poster);
  const picture = await findMailPicture(reader, address);
  if (!picture) return notFound();
  return new Response(new Uint8Array(picture.content), {
    headers: {
      ...everywhere,
      'Content-Type': picture.mediaType,
      'Content-Length': String(picture.content.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}

/** As people may print it today: of one that was withdrawn there is none. */
async function pictureOfPoster(request: Request, { slug, language }: { slug: string; language: string }) {
  const found = await publishedDocument(reader, 'poster', slug);
  const edition = found?.editions.find((one) => one.language === language);
  if (!edition) return notFound();
  const content = await contentOf(request, edition.versionId);
  const options = { size: 'a4', way: 'upright', as: 'png' } as const;
  const key = printKey(posterKey(content, options), posterInMailWidth);
  const made = await narrowedFile(content, options, { key, width: posterInMailWidth });
  if (made instanceof Response) return made;
  return new Response(new Uint8Array(made), {
    headers: {
      ...everywhere,
      'Content-Type': 'image/png',
      'Content-Length': String(made.length),
      'Cache-Control': 'public, max-age=86400',
    },
  });
}
