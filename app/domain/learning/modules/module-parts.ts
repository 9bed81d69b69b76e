import type { ModuleTree, Part } from '#app/domain/publishing/document-tree.ts';

/** What is read before the questions come. */
export function readingParts(tree: ModuleTree): Exclude<Part, { kind: 'quiz' }>[] {
  return tree.parts.filter((part) => part.kind !== 'quiz');
}

export function unreadParts(tree: ModuleTree, partsRead: string[]): string[] {
  return readingParts(tree)
    .map(({ slug }) => slug)
    .filter((slug) => !partsRead.includes(slug));
}

/** The part after this one, or null after the last. */
export function partAfter(tree: ModuleTree, slug: string): string | null {
  const parts = readingParts(tree);
  const index = parts.findIndex((part) => part.slug === slug);
  return parts[index + 1]?.slug ?? null;
}
