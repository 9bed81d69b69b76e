import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { componentNamed, parentsOf, type Component, type Grammar } from '../grammar/grammar.ts';
import {
  childComponents,
  componentsIn,
  isBlank,
  isComponent,
  phrasing,
  placeOf,
  textOf,
  type MdNode,
} from './md-node.ts';
import { settled } from '../text/plain-text.ts';

/** Where each component stands, and what stands in it. */
export function checkNesting(tree: MdNode, grammar: Grammar): Finding[] {
  const found = checkTop(tree, grammar);
  for (const { node, above } of componentsIn(tree)) {
    const component = componentNamed(grammar, node.name);
    if (!component) continue;
    found.push(...checkPlace(node, above, grammar), ...checkProse(node, component));
    if (component.holds) found.push(...checkCounts(node, node.name ?? '', component.holds));
    if (component.inOrder) found.push(...checkOrder(node, node.name ?? '', component.holds));
  }
  return found;
}

function checkTop(tree: MdNode, { topLevel, noProse, inOrder }: Grammar): Finding[] {
  const top = 'document';
  const own = (tree.children ?? []).filter((child) => !isComponent(child) && !isBlank(child));
  const stray = noProse && own.find(({ type }) => type !== 'definition');
  const allowed = Object.keys(topLevel).join(', ');
  return [
    ...checkCounts(tree, top, topLevel),
    ...(stray ? [finding(placeOf(stray), 'prose-misplaced', { component: top, allowed })] : []),
    ...(inOrder ? checkOrder(tree, top, topLevel) : []),
  ];
}

function checkPlace(node: MdNode, above: readonly MdNode[], grammar: Grammar): Finding[] {
  const parent = above.at(-1);
  const place = placeOf(node);
  const component = node.name ?? '';
  if (!parent) return [];
  if (parent.type === 'paragraph') return [finding(place, 'component-in-line', { component })];
  if (!isComponent(parent) && parent.type !== 'root') {
    return [finding(place, 'component-in-markdown', { component, within: parent.type })];
  }
  if (isComponent(parent) && !componentNamed(grammar, parent.name)) return [];
  const parents = parentsOf(grammar, component);
  if (parents.includes(parent.type === 'root' ? null : (parent.name ?? ''))) return [];
  const named = parents.map((name) => name ?? 'document').join(', ');
  return [finding(place, 'misplaced', { component, parents: named })];
}

function checkProse(node: MdNode, { prose, holds, needsText }: Component): Finding[] {
  const component = node.name ?? '';
  const own = (node.children ?? []).filter((child) => !isComponent(child) && !isBlank(child));
  const first = own[0];
  const stray = first ? placeOf(first, placeOf(node)) : placeOf(node);
  if (prose === 'none' && first) {
    return [
      finding(stray, 'prose-misplaced', { component, allowed: Object.keys(holds ?? {}).join(', ') || '–' }),
    ];
  }
  if (prose === 'numbered-list' && !(own.length === 1 && first?.type === 'list' && first.ordered)) {
    return [finding(stray, 'not-a-numbered-list', { component })];
  }
  if (prose === 'line' && !isLine(own)) return [finding(stray, 'not-one-line', { component })];
  const text = own.map((child) => textOf(child)).join('');
  return needsText && settled(text) === '' ? [finding(placeOf(node), 'needs-text', { component })] : [];
}

function isLine(own: readonly MdNode[]): boolean {
  const isParagraph = own.length === 1 && own[0]?.type === 'paragraph';
  return isParagraph || own.every((child) => phrasing.has(child.type));
}

function checkCounts(node: MdNode, component: string, holds: Required<Component>['holds']): Finding[] {
  return Object.entries(holds).flatMap(([child, { min, max }]) => {
    const there = childComponents(node, child);
    const extra = there[max];
    // How many options a question needs depends on its kind, and is told there.
    if (child === 'Option') return [];
    if (extra) return [finding(placeOf(extra), 'child-too-many', { component, child, max })];
    // One that stands in the middle of a line is told of there.
    const inLine = (node.children ?? []).flatMap((line) => childComponents(line, child));
    return there.length + inLine.length < min
      ? [finding(placeOf(node), 'child-missing', { component, child })]
      : [];
  });
}

function checkOrder(node: MdNode, component: string, holds: Component['holds']): Finding[] {
  const order = Object.keys(holds ?? {});
  const there = childComponents(node).filter(({ name }) => order.includes(name ?? ''));
  const wrong = there.find((child, index) => {
    const before = there[index - 1];
    return before && order.indexOf(child.name ?? '') < order.indexOf(before.name ?? '');
  });
  return wrong ? [finding(placeOf(wrong), 'child-order', { component, order: order.join(', ') })] : [];
}
