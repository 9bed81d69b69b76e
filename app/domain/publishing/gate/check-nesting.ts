import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { componentNamed, parentsOf, topLevel, type Component } from '../registry.ts';
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
export function checkNesting(tree: MdNode): Finding[] {
  const found = checkCounts(tree, 'document', topLevel).filter(({ rule }) => rule === 'child-too-many');
  for (const { node, above } of componentsIn(tree)) {
    const component = componentNamed(node.name);
    if (!component) continue;
    found.push(...checkPlace(node, above), ...checkProse(node, component));
    if (component.holds) found.push(...checkCounts(node, node.name ?? '', component.holds));
    if (component.inOrder) found.push(...checkOrder(node, component));
  }
  return found;
}

function checkPlace(node: MdNode, above: readonly MdNode[]): Finding[] {
  const parent = above.at(-1);
  const place = placeOf(node);
  const component = node.name ?? '';
  if (!parent) return [];
  if (parent.type === 'paragraph') return [finding(place, 'component-in-line', { component })];
  if (!isComponent(parent) && parent.type !== 'root') {
    return [finding(place, 'component-in-markdown', { component, within: parent.type })];
  }
  if (isComponent(parent) && !componentNamed(parent.name)) return [];
  const parents = parentsOf(component);
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

function checkOrder(node: MdNode, { holds }: Component): Finding[] {
  const order = Object.keys(holds ?? {});
  const there = childComponents(node).filter(({ name }) => order.includes(name ?? ''));
  const wrong = there.find((child, index) => {
    const before = there[index - 1];
    return before && order.indexOf(child.name ?? '') < order.indexOf(before.name ?? '');
  });
  return wrong
    ? [finding(placeOf(wrong), 'child-order', { component: node.name ?? '', order: order.join(', ') })]
    : [];
}
