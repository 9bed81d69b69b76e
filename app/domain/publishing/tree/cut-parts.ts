import type { RawElement, RawNode } from '#app/platform/mdx/raw-node.ts';
import { settled } from '../text/plain-text.ts';
import { tidyNodes } from './tidy-nodes.ts';

export type RawPart =
  | { kind: 'text'; title: string | null; nodes: RawNode[] }
  | { kind: 'scenario'; title: string | null; node: RawElement };

/** `##` cuts; a scenario is a part of its own; questions are gathered, and cut nothing. */
export function cutParts(raw: readonly RawNode[]): { parts: RawPart[]; questions: RawElement[] } {
  const parts: RawPart[] = [];
  const questions: RawElement[] = [];
  const nodes = tidyNodes(raw);
  let open: { kind: 'text'; title: string | null; nodes: RawNode[] } | null = null;
  let isBeforeFirst = true;
  let heading: string | null = null;
  for (const [index, node] of nodes.entries()) {
    if (isNamed(node, 'Question')) questions.push(node);
    else if (isNamed(node, 'Scenario')) {
      parts.push({ kind: 'scenario', title: heading, node });
      [open, heading, isBeforeFirst] = [null, null, false];
    } else if (isNamed(node, 'h2')) {
      const title = settled(textOf(node));
      if (isNamed(nodes[index + 1], 'Scenario')) [open, heading] = [null, title];
      else if (open && isBeforeFirst) open.title = title;
      else parts.push((open = { kind: 'text', title, nodes: [] }));
      isBeforeFirst = false;
    } else {
      if (!open) parts.push((open = { kind: 'text', title: null, nodes: [] }));
      open.nodes.push(node);
    }
  }
  return { parts: parts.filter((part) => part.kind === 'scenario' || part.nodes.length > 0), questions };
}

function isNamed(node: RawNode | undefined, name: string): node is RawElement {
  return typeof node === 'object' && node.name === name;
}

function textOf(node: RawNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'img') return String(node.props.alt ?? '');
  return node.children.map(textOf).join('');
}
