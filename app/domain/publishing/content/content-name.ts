import path from 'node:path';
import { slug as slugShape, slugOf } from '../text/slug.ts';
import type { DocumentKind } from '../compile-document.work.server.ts';

/** What a file's place and name say of it. */
export type ContentName = {
  kind: DocumentKind;
  /** Of a module, without its course. */
  slug: string;
  courseSlug: string | null;
  /** Of a translation: the language in `01-it.pl.mdx`. */
  suffix: string | null;
  isFit: boolean;
};

/** `courses/<course>/course.yaml` and `courses/<course>/01-<module>.<language>.mdx`, seen from the content root. */
export function contentName(file: string, root: string | null, kind?: DocumentKind): ContentName {
  const [area, folder = '', name, more] = root === null ? [] : path.relative(root, file).split(path.sep);
  const isInCourse = area === 'courses' && name !== undefined && more === undefined;
  const courseSlug = isInCourse ? folder : null;
  const base = path.basename(file);
  if (kind === 'course' || (kind === undefined && /\.ya?ml$/.test(base))) {
    const slug = courseSlug ?? (slugOf(path.basename(path.dirname(file))) || 'course');
    return { kind: 'course', slug, courseSlug: null, suffix: null, isFit: slugShape.safeParse(slug).success };
  }
  const written = /^(?:\d+-)?(.*?)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.[a-z]+$/.exec(base);
  const bare = written?.[1] ?? base;
  const isFit = !isInCourse || (slugShape.safeParse(bare).success && slugShape.safeParse(folder).success);
  const slug = isInCourse && isFit ? bare : slugOf(bare) || 'module';
  return { kind: 'module', slug, courseSlug, suffix: written?.[2] ?? null, isFit };
}

export function fullSlug({ slug, courseSlug }: ContentName): string {
  return courseSlug === null ? slug : `${courseSlug}/${slug}`;
}
