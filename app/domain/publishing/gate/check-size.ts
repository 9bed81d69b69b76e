import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { placeOf, type MdNode } from './md-node.ts';

const deepest = 24;
const most = 6000;

/** Without recursion, since it is here that depth is found out. */
export function checkSize(tree: MdNode): Finding[] {
  const open: { node: MdNode; depth: number }[] = [{ node: tree, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1;
    if (next.depth > deepest) return [finding(placeOf(next.node), 'nested-too-deep', { limit: deepest })];
    for (const node of next.node.children ?? []) open.push({ node, depth: next.depth + 1 });
  }
  return count > most ? [finding(placeOf(tree), 'too-many-nodes', { count, limit: most })] : [];
}
