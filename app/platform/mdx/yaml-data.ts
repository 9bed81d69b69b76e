import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Document, Node } from 'yaml';

export type YamlPlace = { line: number; column: number };

export type YamlProblem = YamlPlace & { kind: 'syntax' | 'anchor' | 'tag' | 'directive'; text: string };

export type YamlData =
  | { ok: true; data: unknown; placeOf: (path: readonly PropertyKey[]) => YamlPlace }
  | { refused: 'yaml'; problems: YamlProblem[] };

const tooDeep = 'nested too deep';

/** Plain data only: no tags, no anchors, no directives. */
export function readYaml(text: string, firstLine = 1): YamlData {
  const counter = new LineCounter();
  const at = (offset: number): YamlPlace => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const directive = text.split('\n').findIndex((line) => line.startsWith('%'));
  if (directive !== -1) {
    return refuse([{ line: directive + firstLine, column: 1, kind: 'directive', text: '%' }]);
  }
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      schema: 'core',
      merge: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const problems = [...forbidden(document, at), ...broken(document, at)];
    if (problems.length > 0) {
      return refuse(problems.filter((one, index) => problems[index - 1]?.line !== one.line).slice(0, 20));
    }
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    return { ok: true, data, placeOf: (path) => at(offsetOf(document, path)) };
  } catch (error) {
    const reason = error instanceof RangeError ? tooDeep : String(error).slice(0, 120);
    return refuse([{ ...at(0), kind: 'syntax', text: reason }]);
  }
}

function refuse(problems: YamlProblem[]): YamlData {
  return { refused: 'yaml', problems };
}

function forbidden(document: Document.Parsed, at: (offset: number) => YamlPlace): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) || !isNode(key)) return;
      problems.push({ ...at(key.range?.[0] ?? 0), kind: 'syntax', text: 'a name must be plain text' });
    },
    Node(_key, node) {
      const place = at(node.range?.[0] ?? 0);
      if (isAlias(node)) problems.push({ ...place, kind: 'anchor', text: `*${node.source}` });
      else if (node.anchor) problems.push({ ...place, kind: 'anchor', text: `&${node.anchor}` });
      if (!isAlias(node) && node.tag) problems.push({ ...place, kind: 'tag', text: node.tag.slice(0, 60) });
    },
  });
  return problems;
}

function broken(document: Document.Parsed, at: (offset: number) => YamlPlace): YamlProblem[] {
  return [...document.errors, ...document.warnings]
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map((error) => ({
      ...at(error.pos[0]),
      kind: 'syntax' as const,
      text: /call stack/.test(error.message) ? tooDeep : (error.message.split('\n')[0] ?? '').slice(0, 120),
    }));
}

/** Of a key, where the key stands; of an item in a list, where the item stands; else as near as there is. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
