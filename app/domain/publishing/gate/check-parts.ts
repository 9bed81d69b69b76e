import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { wordsInFiveMinutes } from '../text/reading-time.ts';
import { isBlank, isComponent, placeOf, textAttribute, textOf, type MdNode, type Place } from './md-node.ts';
import { countWords, settled, shown } from '../text/plain-text.ts';

type Part = { title: string; place: Place; words: number; asides: Map<string, number> };

/** A part is read in one sitting of five minutes. */
export function checkParts(tree: MdNode): Finding[] {
  return cut(readable(tree)).flatMap(({ title, place, words, asides }) => {
    const all = words + Math.max(0, ...asides.values());
    if (all <= wordsInFiveMinutes) return [];
    return [finding(place, 'part-too-long', { title: shown(title), words: all, limit: wordsInFiveMinutes })];
  });
}

export function checkNotEmpty(tree: MdNode): Finding[] {
  return readable(tree).length > 0 ? [] : [finding(placeOf(tree), 'document-empty', {})];
}

function readable(tree: MdNode): MdNode[] {
  return (tree.children ?? []).filter((node) => !isBlank(node) && node.type !== 'definition');
}

function cut(nodes: readonly MdNode[]): Part[] {
  const begin = (node: MdNode, title = '–'): Part => ({
    title,
    place: placeOf(node),
    words: 0,
    asides: new Map(),
  });
  const parts: Part[] = [];
  let part: Part | undefined;
  let isFirst = true;
  for (const node of nodes) {
    if (isComponent(node) && node.name === 'Question') continue;
    if (isComponent(node) && node.name === 'Scenario') {
      part = undefined;
      isFirst = false;
    } else if (node.type === 'heading' && node.depth === 2) {
      if (!part || !isFirst) parts.push((part = begin(node)));
      part.title = settled(textOf(node));
      isFirst = false;
    } else {
      if (!part) parts.push((part = begin(node)));
      addWords(part, node);
    }
  }
  return parts;
}

/** Of what is for one function each, nobody reads more than their own. */
function addWords(part: Part, node: MdNode): void {
  const words = countWords(textOf(node));
  const audience = node.name === 'For' ? textAttribute(node, 'function') : '';
  if (audience === '') part.words += words;
  else part.asides.set(audience, (part.asides.get(audience) ?? 0) + words);
}
