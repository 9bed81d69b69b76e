import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { checkUrl } from './check-url.ts';
import { isExpression, phrasing, placeOf, textOf, walk, type MdNode } from './md-node.ts';
import { settled } from '../text/plain-text.ts';

const widest = 12;

const allowed: ReadonlySet<string> = new Set([
  ...phrasing,
  'root',
  'paragraph',
  'heading',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'code',
  'definition',
  'table',
  'tableRow',
  'tableCell',
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/** What Markdown brings by itself: addresses, pictures, headings, and what the pages do not show. */
export function checkMarkdown(tree: MdNode): Finding[] {
  return [...walk(tree)].flatMap(({ node, above }) => checkNode(node, above));
}

function checkNode(node: MdNode, above: readonly MdNode[]): Finding[] {
  const place = placeOf(node, placeOf(above.at(-1) ?? {}));
  if (node.type === 'mdxjsEsm') return [finding(place, 'import-export', {})];
  if (node.type.startsWith('footnote')) return [finding(place, 'footnote', {})];
  if (!allowed.has(node.type)) return [finding(place, 'markdown-not-allowed', { kind: node.type })];
  if (isExpression(node)) return isComment(node) ? [] : [finding(place, 'expression', {})];
  if (node.type === 'heading') return checkHeading(node, above);
  if (node.type === 'listItem')
    return typeof node.checked === 'boolean' ? [finding(place, 'task-list', {})] : [];
  if (node.type === 'table') return checkTable(node);
  const isImage = node.type === 'image' || node.type === 'imageReference';
  return [
    ...(node.url === undefined ? [] : checkUrl(node.url, isImage ? 'image' : 'link', place)),
    ...(isImage && settled(node.alt ?? '') === '' ? [finding(place, 'image-without-alt', {})] : []),
  ];
}

/** Told twice: the parser found no code in it, and it is written as nothing but block comments. */
function isComment(node: MdNode): boolean {
  const parsedEmpty = node.data?.estree?.body.length === 0;
  return parsedEmpty && /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/.test(node.value ?? '');
}

function checkHeading(node: MdNode, above: readonly MdNode[]): Finding[] {
  const place = placeOf(node);
  const depth = node.depth ?? 1;
  const found: Finding[] = [];
  if (depth === 1) found.push(finding(place, 'heading-one', {}));
  if (depth === 2 && above.length > 1) found.push(finding(place, 'heading-inside', {}));
  if (depth > 4) found.push(finding(place, 'heading-too-small', { depth }));
  if (settled(textOf(node)) === '') found.push(finding(place, 'heading-empty', {}));
  return found;
}

/** A page gives every row as many cells as the first has, so that a wide table multiplies itself. */
function checkTable(node: MdNode): Finding[] {
  const columns = Math.max(...(node.children ?? []).map((row) => row.children?.length ?? 0));
  return columns > widest ? [finding(placeOf(node), 'table-too-wide', { columns, limit: widest })] : [];
}
