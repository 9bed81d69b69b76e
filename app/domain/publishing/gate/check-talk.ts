import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { childComponents, placeOf, textAttribute, type MdNode } from './md-node.ts';

/** The parts of a plan take as long, together, as its head says; `minutes` null where the head says nothing sound. */
export function checkTalk(tree: MdNode, minutes: number | null): Finding[] {
  const parts = childComponents(tree, 'Part');
  const sum = parts.reduce((all, part) => all + Number(textAttribute(part, 'minutes')), 0);
  const first = parts[0];
  if (minutes === null || !first || !Number.isInteger(sum) || sum === minutes) return [];
  return [finding(placeOf(first), 'talk-minutes', { sum, minutes })];
}
