/** Just so much of a Markdown tree as the gate reads. */
export type MdNode = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  depth?: number;
  ordered?: boolean | null;
  checked?: boolean | null;
  attributes?: MdAttribute[];
  children?: MdNode[];
  position?: { start: Place };
  data?: { estree?: { body: unknown[] } | null };
};

export type MdAttribute = { type: string; name?: string; value?: unknown; position?: { start: Place } };

export type Place = { line: number; column: number };

export function placeOf(node: { position?: { start: Place } }, otherwise?: Place): Place {
  return node.position?.start ?? otherwise ?? { line: 1, column: 1 };
}

export function isComponent(node: MdNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function isExpression(node: MdNode): boolean {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

/** An attribute's value that stands in braces. */
export function isCode(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== 'string';
}

export function isBlank(node: MdNode): boolean {
  return isExpression(node) || (node.type === 'text' && (node.value ?? '').trim() === '');
}

/** In source order, each node with what it stands in, the nearest last. */
export function* walk(
  node: MdNode,
  above: readonly MdNode[] = [],
): Generator<{ node: MdNode; above: readonly MdNode[] }> {
  yield { node, above };
  const next = [...above, node];
  for (const child of node.children ?? []) yield* walk(child, next);
}

export function* componentsIn(tree: MdNode): Generator<{ node: MdNode; above: readonly MdNode[] }> {
  for (const step of walk(tree)) if (isComponent(step.node)) yield step;
}

export function childComponents(node: MdNode, name?: string): MdNode[] {
  return (node.children ?? []).filter((child) => isComponent(child) && (!name || child.name === name));
}

/** What a reader would read, without the components that `without` names. */
export function textOf(node: MdNode, without: readonly string[] = []): string {
  if (isExpression(node) || (isComponent(node) && without.includes(node.name ?? ''))) return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.value !== undefined) return node.value;
  const between = (node.children ?? []).some((child) => !phrasing.has(child.type)) ? ' ' : '';
  return (node.children ?? []).map((child) => textOf(child, without)).join(between);
}

/** Of an attribute that is written as the gate wants it: its text, or `true` where it stands bare. */
export function attributeOf(node: MdNode, name: string): string | true | undefined {
  const attribute = node.attributes?.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  if (!attribute) return undefined;
  return typeof attribute.value === 'string' ? attribute.value : true;
}

export function textAttribute(node: MdNode, name: string): string {
  const value = attributeOf(node, name);
  return typeof value === 'string' ? value : '';
}

export const phrasing: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'mdxTextExpression',
]);
