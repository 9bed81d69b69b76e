import { renderToStaticMarkup } from 'react-dom/server';
import type { TreeNode } from '#app/domain/publishing/document-tree.ts';
import { TextNodes } from '../text-nodes.tsx';
import { isElement, textProp } from '../tree.ts';
import type { ProsePiece } from './prose-piece.ts';

export type ProseReader = { level: number; functions: string[] };

/** A version's tree never changes, so what was drawn of it is kept for as long as the tree is. */
const drawn = new WeakMap<readonly TreeNode[], Map<string, ProsePiece[]>>();

function isCommitment(node: TreeNode): boolean {
  return isElement(node) && node.name === 'Commitment';
}

function draw(nodes: readonly TreeNode[], { level, functions }: ProseReader): ProsePiece[] {
  const at = nodes.findIndex(isCommitment);
  const run = at === -1 ? [...nodes] : nodes.slice(0, at);
  const html = renderToStaticMarkup(<TextNodes nodes={run} level={level} functions={functions} />);
  const pieces: ProsePiece[] = html === '' ? [] : [{ html }];
  const commitment = nodes[at];
  if (!commitment || !isElement(commitment)) return pieces;
  const prompt = textProp(commitment, 'prompt') ?? '';
  return [...pieces, { prompt }, ...draw(nodes.slice(at + 1), { level, functions })];
}

/** The nodes of a part as the readers of these functions see them. */
export function drawProse(nodes: readonly TreeNode[], reader: ProseReader): ProsePiece[] {
  const ways = drawn.get(nodes) ?? new Map<string, ProsePiece[]>();
  drawn.set(nodes, ways);
  const way = `${reader.level} ${reader.functions.join(' ')}`;
  const pieces = ways.get(way) ?? draw(nodes, reader);
  ways.set(way, pieces);
  return pieces;
}
