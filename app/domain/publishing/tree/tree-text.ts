import type { TreeElement, TreeNode } from '../document-tree.ts';
import { countWords, settled } from '../text/plain-text.ts';

const inline: ReadonlySet<string> = new Set(['em', 'strong', 'del', 'a', 'code', 'img', 'br']);

/** What a reader would read, as one line. */
export function plainText(nodes: readonly TreeNode[]): string {
  return settled(nodes.map(textOf).join(''));
}

function textOf(node: TreeNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'br') return ' ';
  if (node.name === 'img') return String(node.props?.alt ?? '');
  const text = (node.children ?? []).map(textOf).join('');
  return inline.has(node.name) ? text : ` ${text} `;
}

/** Of what is for one function each, nobody reads more than their own. */
export function wordsToRead(nodes: readonly TreeNode[]): number {
  const asides = new Map<string, number>();
  let words = 0;
  for (const node of nodes) {
    const count = countWords(textOf(node));
    const audience = typeof node === 'object' && node.name === 'For' ? String(node.props?.function) : '';
    if (audience === '') words += count;
    else asides.set(audience, (asides.get(audience) ?? 0) + count);
  }
  return words + Math.max(0, ...asides.values());
}

export function* elementsIn(nodes: readonly TreeNode[]): Generator<TreeElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* elementsIn(node.children ?? []);
  }
}
