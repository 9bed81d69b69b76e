import type { ModuleTree } from '#app/domain/publishing/document-tree.ts';
import { readingParts, unreadParts } from './module-parts.ts';

export type Place = { part: string; partsRead: string[] };

/**
 * The same place in another edition. Parts that are as many are the same ones in their order; else what is left to
 * read stays as much as it was.
 */
export function carryPlace(from: ModuleTree, to: ModuleTree, { part, partsRead }: Place): Place {
  const before = readingParts(from).map(({ slug }) => slug);
  const after = readingParts(to).map(({ slug }) => slug);
  const shift = after.length - before.length;
  const left = unreadParts(from, partsRead).length;
  const read =
    shift === 0
      ? after.filter((_, index) => partsRead.includes(before[index]!))
      : after.slice(0, Math.max(0, after.length - left));
  const index = before.indexOf(part);
  const here = index === -1 ? after.length : Math.max(0, index + shift);
  return { part: after[here] ?? after.find((slug) => !read.includes(slug)) ?? 'quiz', partsRead: read };
}
