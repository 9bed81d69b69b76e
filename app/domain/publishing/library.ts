/** What is published today, without the texts. */
export type LibraryModule = {
  documentId: string;
  /** The last part of the address: `the-parcel`. */
  slug: string;
  /** By language; the original first. */
  editions: Edition[];
};

export type Edition = { versionId: string; language: string; number: number; title: string; minutes: number };

export type LibraryCourse = {
  documentId: string;
  slug: string;
  versionId: string;
  title: string;
  summary: string;
  audience: string[] | 'everyone';
  modules: LibraryModule[];
};

export type Library = { courses: LibraryCourse[] };

/** In the reader's language, else the original. */
export function editionFor(module: LibraryModule, language: string): Edition {
  const edition = module.editions.find((candidate) => candidate.language === language) ?? module.editions[0];
  if (!edition) throw new Error(`The module ${module.slug} has no edition.`);
  return edition;
}
