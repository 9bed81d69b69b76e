import { editionFor } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** What the module that a sheet refreshes is called; null where there is none, or no longer. */
export async function refreshedTitle(refreshes: string | null, language: string): Promise<string | null> {
  if (refreshes === null) return null;
  const [courseSlug, moduleSlug] = refreshes.split('/', 2);
  const { courses } = await readLibrary(reader);
  const course = courses.find(({ slug }) => slug === courseSlug);
  const module = course?.modules.find(({ slug }) => slug === moduleSlug);
  return module ? editionFor(module, language).title : null;
}
