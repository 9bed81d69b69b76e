import type { ChangeKind } from './publication.ts';

/** What is published today, without the texts. */
export type LibraryModule = {
  documentId: string;
  /** The last part of the address: `the-parcel`. */
  slug: string;
  /** By language; the original first. */
  editions: Edition[];
  /**
   * Everything published of it and not withdrawn, in every language, in the order in which it came; and the material
   * changes of its course, in no language.
   */
  history: PublishedStep[];
};

export type PublishedStep = {
  versionId: string;
  language: string;
  number: number;
  change: ChangeKind;
  /** Of a material change: the day from which everybody is asked to read again. */
  materialFrom: string | null;
  /** An instant in the one form in which it is stored, so that two of them compare as text. */
  publishedAt: string;
  /** The editor's line about what changed. */
  note: string | null;
};

export type Edition = { versionId: string; language: string; number: number; title: string; minutes: number };

export type CourseEdition = { versionId: string; language: string; title: string; summary: string };

/** `versionId`, `language`, `title` and `summary` are the original's. */
export type LibraryCourse = CourseEdition & {
  documentId: string;
  slug: string;
  audience: string[] | 'everyone';
  modules: LibraryModule[];
  /** By language; the original first. */
  editions: CourseEdition[];
};

export type Library = { courses: LibraryCourse[] };

const bare = (language: string) => language.split('-', 1)[0]!;

/** The one in a language, else one in a kind of it: `pt` for whoever reads `pt-BR`. */
export function inLanguage<E extends { language: string }>(
  editions: readonly E[],
  language: string,
): E | undefined {
  return (
    editions.find((edition) => edition.language === language) ??
    editions.find((edition) => bare(edition.language) === bare(language))
  );
}

/** In the reader's language, else the original. */
export function editionFor(module: LibraryModule, language: string): Edition {
  const edition = inLanguage(module.editions, language) ?? module.editions[0];
  if (!edition) throw new Error(`The module ${module.slug} has no edition.`);
  return edition;
}

/** In the reader's language, else the original. */
export function courseEditionFor(course: LibraryCourse, language: string): CourseEdition {
  return inLanguage(course.editions, language) ?? course;
}
