import type { RawElement, RawNode } from '#app/platform/mdx/raw-node.ts';
import type { TreeElement, TreeNode } from '../document-tree.ts';
import { checkUrl } from '../gate/check-url.ts';
import { settled } from '../text/plain-text.ts';
import { componentNamed, type Component, type Grammar } from '../grammar/grammar.ts';
import { asLine, inParagraphs, tidyNodes } from './tidy-nodes.ts';
import { TreeRefused } from './tree-refused.ts';

type Props = NonNullable<TreeElement['props']>;

/** Every HTML element a tree may hold, with every prop it may have. */
const elements: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h3: [],
  h4: [],
  ul: [],
  ol: ['start'],
  li: [],
  strong: [],
  em: [],
  del: [],
  a: ['href', 'title'],
  blockquote: [],
  code: [],
  pre: [],
  br: [],
  hr: [],
  img: ['src', 'alt', 'title'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align'],
  td: ['align'],
};

/** Refuses what is not in the lists; nothing is taken out quietly but the language of a code block. */
export function buildBlocks(nodes: readonly RawNode[], grammar: Grammar): TreeNode[] {
  return inParagraphs(tidyNodes(nodes))
    .map((node) => buildNode(node, grammar))
    .filter(isSomething);
}

export function buildLine(nodes: readonly RawNode[], grammar: Grammar): TreeNode[] {
  return trimEnds(asLine(tidyNodes(nodes)).map((node) => buildNode(node, grammar)));
}

function buildNode(node: RawNode, grammar: Grammar): TreeNode {
  if (typeof node === 'string') return node.replaceAll('\r\n', '\n');
  const component = componentNamed(grammar, node.name);
  if (component) return buildComponent(node, component, grammar);
  const allowed = Object.hasOwn(elements, node.name) ? elements[node.name] : undefined;
  if (!allowed) throw new TreeRefused(`<${node.name}>`);
  const children = node.name === 'pre' || node.name === 'code' ? node.children : tidyNodes(node.children);
  return element(
    node.name,
    elementProps(node, allowed),
    children.map((child) => buildNode(child, grammar)),
  );
}

function elementProps(node: RawElement, allowed: readonly string[]): Props {
  const props: Props = {};
  for (const [name, value] of Object.entries(node.props)) {
    if (node.name === 'code' && name === 'className') continue;
    if (!allowed.includes(name)) throw new TreeRefused(`<${node.name} ${name}>`);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new TreeRefused(`<${node.name} ${name}>`);
    if (name === 'href') checkAddress(value, 'link');
    if (name === 'src') checkAddress(value, 'image');
    props[name] = value;
  }
  return props;
}

function checkAddress(value: string | number, use: 'link' | 'image'): void {
  if (checkUrl(String(value), use, { line: 1, column: 1 }).length > 0) throw new TreeRefused('that address');
}

function buildComponent(node: RawElement, component: Component, grammar: Grammar): TreeElement {
  const build = component.prose === 'line' ? buildLine : buildBlocks;
  const children = build(node.children, grammar);
  return element(node.name, componentProps(node, component), children);
}

/** The registry's own check once more, on the values that the code really gave. */
export function componentProps(node: RawElement, component: Component): Record<string, string | true> {
  const parsed = component.props.safeParse(node.props);
  if (!parsed.success) throw new TreeRefused(`those props of <${node.name}>`);
  const props: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(parsed.data)) {
    if (value === true) props[name] = true;
    else if (typeof value === 'string') props[name] = settled(value);
  }
  if (node.name === 'Figure') checkAddress(String(props.src), 'image');
  return props;
}

function element(name: string, props: Props, children: TreeNode[]): TreeElement {
  return {
    name,
    ...(Object.keys(props).length > 0 ? { props } : {}),
    ...(children.length > 0 ? { children } : {}),
  };
}

function isSomething(node: TreeNode): boolean {
  return typeof node === 'string' || node.name !== 'p' || (node.children ?? []).length > 0;
}

function trimEnds(nodes: TreeNode[]): TreeNode[] {
  const last = nodes.length - 1;
  return nodes
    .map((node, index) => {
      if (typeof node !== 'string') return node;
      const begun = index === 0 ? node.trimStart() : node;
      return index === last ? begun.trimEnd() : begun;
    })
    .filter((node) => node !== '');
}
