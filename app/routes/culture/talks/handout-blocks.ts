import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import * as m from '#app/messages/generated/messages.js';

/** A piece of a line, as the sheet sets it. */
type Run = { text: string; strong?: true; em?: true };

type Turn = { who: string | null; said: boolean; runs: Run[] };

type Side = { word: string; turns: Turn[] };

export type HandoutBlock =
  | { kind: 'paragraph' | 'heading'; runs: Run[] }
  | { kind: 'bullets' | 'numbers' | 'steps'; items: HandoutBlock[][] }
  | { kind: 'aside'; blocks: HandoutBlock[] }
  | { kind: 'case'; title: string; situation: HandoutBlock[]; bad: Side; good: Side; lesson: Run[] | null };

const isElement = (node: TreeNode): node is TreeElement => typeof node !== 'string';

function runsOf(nodes: readonly TreeNode[] = [], style: Omit<Run, 'text'> = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (!isElement(node)) return node === '' ? [] : [{ text: node.replace(/\s+/g, ' '), ...style }];
    if (node.name === 'br') return [{ text: ' ' }];
    const more =
      node.name === 'strong' ? { strong: true as const } : node.name === 'em' ? { em: true as const } : {};
    return runsOf(node.children, { ...style, ...more });
  });
}

const childNamed = (element: TreeElement, name: string) =>
  element.children?.filter(isElement).find((child) => child.name === name);

const outcomes: Record<string, () => string> = { Felt: m.ui_case_felt, Cost: m.ui_case_cost };

function sideOf(study: TreeElement, name: 'Bad' | 'Good'): Side {
  const children = childNamed(study, name)?.children ?? [];
  const turns = children
    .filter((node) => plainText([node]) !== '')
    .map((node): Turn => {
      if (!isElement(node)) return { who: null, said: false, runs: runsOf([node]) };
      const outcome = outcomes[node.name];
      if (outcome) return { who: outcome(), said: false, runs: runsOf(node.children) };
      const who = node.props?.who === undefined ? null : String(node.props.who);
      return { who, said: node.name === 'Said', runs: runsOf(node.children) };
    });
  return { word: name === 'Bad' ? m.ui_case_bad() : m.ui_case_good(), turns };
}

function blockOf(element: TreeElement): HandoutBlock[] {
  const { name, children = [] } = element;
  if (/^h[1-6]$/.test(name)) return [{ kind: 'heading', runs: runsOf(children) }];
  if (name === 'ul' || name === 'ol') {
    const items = children.filter(isElement).map((item) => handoutBlocks(item.children ?? []));
    return [{ kind: name === 'ul' ? 'bullets' : 'numbers', items }];
  }
  if (name === 'Steps') {
    return handoutBlocks(children).map((block) =>
      block.kind === 'numbers' ? { ...block, kind: 'steps' } : block,
    );
  }
  if (name === 'Callout' || name === 'blockquote' || name === 'Quote') {
    return [{ kind: 'aside', blocks: handoutBlocks(children) }];
  }
  if (name === 'CaseStudy') {
    const lesson = childNamed(element, 'Lesson');
    return [
      {
        kind: 'case',
        title: String(element.props?.title ?? ''),
        situation: handoutBlocks(childNamed(element, 'Situation')?.children ?? []),
        bad: sideOf(element, 'Bad'),
        good: sideOf(element, 'Good'),
        lesson: lesson ? runsOf(lesson.children) : null,
      },
    ];
  }
  const runs = runsOf(children);
  return runs.some(({ text }) => text.trim()) ? [{ kind: 'paragraph', runs }] : [];
}

const inline = new Set(['strong', 'em', 'del', 'a', 'code', 'br']);

/** Text as a printed sheet sets it. Pictures are left out: the sheet is for words that one takes along. */
export function handoutBlocks(nodes: readonly TreeNode[]): HandoutBlock[] {
  const blocks: HandoutBlock[] = [];
  let line: TreeNode[] = [];
  const endLine = () => {
    const runs = runsOf(line);
    if (runs.some(({ text }) => text.trim())) blocks.push({ kind: 'paragraph', runs });
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || inline.has(node.name)) line.push(node);
    else {
      endLine();
      blocks.push(...blockOf(node));
    }
  }
  endLine();
  return blocks;
}
