import type { Finding } from '#app/domain/publishing/finding.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { misfitFindings, type Unprintable } from './misfit.ts';
import type { PosterContent } from './poster.ts';
import { readPosterContent, type PosterTerms } from './poster-content-reads.server.ts';

type Checking = PosterTerms & { fit: (words: PosterContent) => Promise<Unprintable> };

/**
 * Why an edition of a poster cannot be printed: what is too long, by how many letters, and letters that no typeface has.
 * None for what is no poster.
 */
export async function posterFindings(versionId: string, { fit, ...terms }: Checking): Promise<Finding[]> {
  const content = await readPosterContent(reader, versionId, terms);
  if (!content) return [];
  const { source } = await reader.version.findUniqueOrThrow({
    where: { id: versionId },
    select: { source: true },
  });
  return misfitFindings(source, await fit(content));
}
