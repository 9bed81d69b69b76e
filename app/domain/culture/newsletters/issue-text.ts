import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { elementsIn, plainText } from '#app/domain/publishing/tree/tree-text.ts';
import type { IssuePiece, ShownStory } from './shown-issue.ts';

const elementsOf = (nodes: readonly TreeNode[] | undefined): TreeElement[] =>
  (nodes ?? []).filter((node): node is TreeElement => typeof node !== 'string');

export function propOf(element: TreeElement, name: string): string | null {
  const value = element.props?.[name];
  return typeof value === 'string' ? value : null;
}

/** All that is read of a piece, as nodes. */
export function nodesOf(piece: IssuePiece): TreeNode[] {
  if (piece.kind === 'text' || piece.kind === 'thanks') return piece.nodes;
  if (piece.kind === 'for') return piece.pieces.flatMap(nodesOf);
  return piece.kind === 'case' ? [piece.element] : [];
}

/** The first paragraph of a story: what makes one read on. */
export function openingOf({ pieces }: Pick<ShownStory, 'pieces'>): string {
  const text = pieces.find(({ kind }) => kind === 'text');
  const first = text && elementsOf(nodesOf(text)).find(({ name }) => name === 'p');
  return first ? plainText([first]) : '';
}

/** What one reader finds of a text: what is for other functions is left out. */
export function readBy(nodes: readonly TreeNode[], functions: readonly string[]): TreeNode[] {
  return nodes.filter(
    (node) =>
      typeof node === 'string' || node.name !== 'For' || functions.includes(propOf(node, 'function') ?? ''),
  );
}

/** To whom an issue says thank you, as its author names them. */
export function thankedIn(nodes: readonly TreeElement[]): string[] {
  return [...elementsIn(nodes)].flatMap((one) => (one.name === 'Thanks' ? (propOf(one, 'to') ?? []) : []));
}
