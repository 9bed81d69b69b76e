import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readStoredFile } from '#app/platform/files/file-store.server.ts';
import { notFound } from '../guards.server.ts';

/** The company's logo, for everybody: the sign-in page shows it. Of all files, this one alone. */
export async function loader({ params }: LoaderFunctionArgs) {
  const logo = (await readCompany(reader))?.logo;
  if (!logo || params.file !== `${logo}.png`) return notFound();
  const content = await readStoredFile(logo);
  if (!content) return notFound();
  return new Response(content, {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(content.length),
      // Another logo has another address.
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  });
}
