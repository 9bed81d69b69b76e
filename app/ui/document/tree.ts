import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';

export function textProp(element: TreeElement, name: string): string | undefined {
  const value = element.props?.[name];
  return value === undefined ? undefined : String(value);
}

export function isElement(node: TreeNode): node is TreeElement {
  return typeof node !== 'string';
}

export function childNamed(element: TreeElement, name: string): TreeElement | undefined {
  return element.children?.filter(isElement).find((child) => child.name === name);
}

export function textOf(nodes: TreeNode[] | undefined): string {
  return (nodes ?? []).map((node) => (isElement(node) ? textOf(node.children) : node)).join('');
}

const inline = new Set([
  'a',
  'strong',
  'em',
  'b',
  'i',
  'del',
  'code',
  'br',
  'sup',
  'sub',
  'span',
  'kbd',
  'abbr',
]);

export function isInline(node: TreeNode): boolean {
  return !isElement(node) || inline.has(node.name);
}

/** A list of functions stands in one attribute: "sales, office". */
export function namesIn(value: string | undefined): string[] {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}

/** What each option is paired with: ids of matches by option id, as an answer or a key holds them. */
export function pairsOf(answer: readonly string[]): Record<string, string> {
  return Object.fromEntries(answer.map((pair) => pair.split('=', 2) as [string, string]));
}
