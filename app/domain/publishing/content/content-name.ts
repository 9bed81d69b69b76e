import path from 'node:path';
import { isListKind, listKinds } from '../lists/list.ts';
import { slug as slugShape, slugOf } from '../text/slug.ts';
import { isCultureKind, type CultureKind } from '../document-tree.ts';
import type { DocumentKind } from '../compile-document.work.server.ts';

/** What a file's place and name say of it. */
export type ContentName = {
  kind: DocumentKind;
  /** Of a module, without its course. */
  slug: string;
  courseSlug: string | null;
  /** Of a translation: the language in `01-it.pl.mdx` or `course.pl.yaml`. */
  suffix: string | null;
  isFit: boolean;
};

/** The folders of `culture/`, and what each holds. */
const cultureFolders: Readonly<Record<string, CultureKind>> = {
  newsletters: 'issue',
  posters: 'poster',
  talks: 'talk',
  sheets: 'sheet',
};

const language = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*';
const courseFile = new RegExp(`^course\\.(${language})\\.ya?ml$`);
const moduleFile = new RegExp(`^(?:\\d+-)?(.*?)(?:\\.(${language}))?\\.[a-z]+$`);

function cultureKind(area: string | undefined, folder: string): CultureKind | null {
  return area === 'culture' && Object.hasOwn(cultureFolders, folder) ? cultureFolders[folder]! : null;
}

/**
 * `courses/<course>/course.<language>.yaml` and `courses/<course>/01-<module>.<language>.mdx` and
 * `culture/<folder>/<name>.<language>.mdx`, seen from the content root. Without a language it is the original.
 */
export function contentName(file: string, root: string | null, kind?: DocumentKind): ContentName {
  const [area, folder = '', name, more] = root === null ? [] : path.relative(root, file).split(path.sep);
  const isInCourse = area === 'courses' && name !== undefined && more === undefined;
  const courseSlug = isInCourse ? folder : null;
  const base = path.basename(file);
  const list = listName(base, kind, area === base || root === null);
  if (list) return list;
  if (kind === 'course' || (kind === undefined && /\.ya?ml$/.test(base))) {
    const slug = courseSlug ?? (slugOf(path.basename(path.dirname(file))) || 'course');
    const suffix = courseFile.exec(base)?.[1] ?? null;
    return { kind: 'course', slug, courseSlug: null, suffix, isFit: slugShape.safeParse(slug).success };
  }
  const written = moduleFile.exec(base);
  const bare = written?.[1] ?? base;
  const isInCulture = name !== undefined && more === undefined;
  const culture = (isInCulture && cultureKind(area, folder)) || null;
  if (culture || (kind !== undefined && isCultureKind(kind))) {
    const isFit = slugShape.safeParse(bare).success;
    const slug = isFit ? bare : slugOf(bare) || 'document';
    return { kind: kind ?? culture!, slug, courseSlug: null, suffix: written?.[2] ?? null, isFit };
  }
  const isFit = !isInCourse || (slugShape.safeParse(bare).success && slugShape.safeParse(folder).success);
  const slug = isInCourse && isFit ? bare : slugOf(bare) || 'module';
  return { kind: 'module', slug, courseSlug, suffix: written?.[2] ?? null, isFit };
}

const listFile = new RegExp(`^(${listKinds.join('|')})(?:\\.(.+))?\\.yaml$`);

/** `glossary.yaml` and `glossary.pl.yaml`, beside the courses. */
function listName(base: string, kind: DocumentKind | undefined, isInPlace: boolean): ContentName | null {
  const written = listFile.exec(base);
  const named = kind ?? (isInPlace ? written?.[1] : undefined);
  if (named === undefined || !isListKind(named)) return null;
  const suffix = written?.[2] ?? null;
  return { kind: named, slug: named, courseSlug: null, suffix, isFit: true };
}

export function fullSlug({ slug, courseSlug }: ContentName): string {
  return courseSlug === null ? slug : `${courseSlug}/${slug}`;
}
