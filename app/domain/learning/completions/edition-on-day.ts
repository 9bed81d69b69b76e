import type { LibraryModule } from '#app/domain/publishing/library.ts';
import { editionFor } from '#app/domain/publishing/library.ts';

/** What somebody would have read of a module by the end of a day (seconds since 1970), in their language. */
export function editionOnDay(module: LibraryModule, language: string, end: number): { versionId: string } {
  const edition = editionFor(module, language);
  const published = module.history.filter(
    (step) => step.language === edition.language && Date.parse(step.publishedAt) < end * 1000,
  );
  return published.at(-1) ?? edition;
}
