import type { ModuleTree, TreeElement, TreeNode } from '../document-tree.ts';
import { countWords } from '../text/plain-text.ts';
import { plainText } from '../tree/tree-text.ts';

/** Where sentences stand. What is set in a line of its own and is no sentence (headings, speakers) is not here. */
const holders: ReadonlySet<string> = new Set(['p', 'li', 'td', 'Said', 'Felt', 'Cost', 'Lesson']);

const isElement = (node: TreeNode): node is TreeElement => typeof node !== 'string';

function paragraphsIn(nodes: readonly TreeNode[]): string[] {
  return nodes.filter(isElement).flatMap((node) => {
    const inside = paragraphsIn(node.children ?? []);
    return inside.length === 0 && holders.has(node.name) ? [plainText(node.children ?? [])] : inside;
  });
}

/** The paragraphs of a module that are read before the questions, one text each. */
export function paragraphsOf(tree: ModuleTree): string[] {
  const texts = tree.parts.flatMap((part) => {
    if (part.kind === 'text') return paragraphsIn(part.nodes);
    if (part.kind === 'quiz') return [];
    return part.scenario.moments.flatMap(({ nodes, choices }) => [
      ...paragraphsIn(nodes),
      ...choices.map((choice) => plainText(choice.nodes)),
    ]);
  });
  return texts.filter((text) => countWords(text) > 0);
}

export function sentencesOf(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((one) => countWords(one) > 0);
}

/** Words as they are compared: without case and punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
  );
}

/** Line and column, both from 1, where these words stand in the source one after the other; its beginning where they do not. */
export function placeOfWords(source: string, words: readonly string[]): { line: number; column: number } {
  const pattern = words.map((word) => word.replaceAll("'", "['’]")).join('[^\\p{L}\\p{N}]+');
  const at = source.search(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu'));
  if (at === -1) return { line: 1, column: 1 };
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
