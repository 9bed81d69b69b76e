import type { RawNode } from '#app/platform/mdx/raw-node.ts';
import type { CultureKind, CultureTree, TreeElement } from '../document-tree.ts';
import type { Grammar } from '../grammar/grammar.ts';
import { minutesFor } from '../text/reading-time.ts';
import { buildBlocks } from './build-nodes.ts';
import { wordsToRead } from './tree-text.ts';
import { TreeRefused } from './tree-refused.ts';

/** From what the document's code gave to the tree: nothing but components stands at its top. */
export function buildCulture(nodes: readonly RawNode[], kind: CultureKind, grammar: Grammar): CultureTree {
  const built = buildBlocks(nodes, grammar);
  const elements = built.filter((node): node is TreeElement => typeof node === 'object');
  if (elements.length < built.length) throw new TreeRefused('that text');
  return { kind, minutes: minutesFor(wordsToRead(elements)), nodes: elements };
}
