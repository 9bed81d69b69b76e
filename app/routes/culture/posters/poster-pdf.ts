import type { LoaderFunctionArgs } from '@remix-run/node';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { fileAnswer } from '#app/platform/http/file-answer.server.ts';
import { posterKey } from '#app/ui/print/poster/poster-file.server.ts';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { notFound, requirePerson } from '../../guards.server.ts';
import { askedPoster, askedSize, contentOf, fileName, madeFile } from './poster-files.server.ts';

/** A sheet to be printed, here or by a print shop. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { searchParams: query, search } = new URL(args.request.url);
  const paper = await paperOf(reader, actor.id);
  const { size, way } = askedSize(query, paper);
  const use = query.get('for');
  if (posterSize(size, way).kind === 'screen' || (use !== null && use !== 'print-shop')) return notFound();
  const slug = args.params.poster ?? '';
  const { edition } = await askedPoster(slug, query.get('language'), actor.language);
  const content = await contentOf(args.request, edition.versionId);
  const options = { size, way, as: use ?? 'pdf' } as const;
  return fileAnswer(args.request, {
    key: posterKey(content, options),
    mediaType: 'application/pdf',
    cacheControl: 'private, no-cache',
    name: `${fileName(slug, options, ...(use ? [use] : []))}.pdf`,
    attachment: use !== null,
    make: async () => {
      const access = {
        personId: actor.id,
        resource: 'poster.pdf',
        query: `?poster=${slug}&${search.slice(1)}`,
      };
      await transact((tx) => keepAccess(tx, access));
      return madeFile(content, options);
    },
  });
}
