import type { TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { countWords } from '#app/domain/publishing/text/plain-text.ts';
import type { TalkPart, TalkPiece, TalkSlide } from './talk-plan.ts';

/** The case study of that name as it was when the plan was published; null where it is there no more. */
export type FindCase = (id: string) => TreeElement | null;

const isElement = (node: TreeNode): node is TreeElement => typeof node !== 'string';
const textProp = (element: TreeElement, name: string) => String(element.props?.[name] ?? '');

/** So many words can be read from the other end of a room at once; what somebody felt and paid gets a slide of its own. */
const wordsToASlide = 55;
/** Who speaks stands on a line of its own, which takes as much room as so many words. */
const wordsToALine = 5;

function caseSlides(study: TreeElement): TalkSlide[] {
  const title = textProp(study, 'title');
  const sides = (study.children ?? []).filter(isElement);
  return (['bad', 'good'] as const).flatMap((verdict): TalkSlide[] => {
    const name = verdict === 'bad' ? 'Bad' : 'Good';
    const children = sides.find((side) => side.name === name)?.children ?? [];
    const groups: TreeNode[][] = [];
    let words = 0;
    for (const node of children) {
      const said = countWords(plainText([node]));
      if (said === 0) continue;
      const own = said + wordsToALine;
      const last = groups.at(-1);
      if (last && words + own <= wordsToASlide) last.push(node);
      else groups.push([node]);
      words = groups.at(-1) === last ? words + own : own;
    }
    return groups.map((nodes) => ({ kind: 'case', verdict, title, nodes }));
  });
}

/** Puts case studies in the place of what points to them; what is gone leaves no trace. */
export function withCases(nodes: readonly TreeNode[], findCase: FindCase): TreeNode[] {
  return nodes.flatMap((node): TreeNode[] => {
    if (!isElement(node)) return [node];
    if (node.name !== 'CaseFrom') return [node];
    const study = findCase(textProp(node, 'case'));
    return study ? [study] : [];
  });
}

/** The parts of a plan with their minutes, and its slides in the order in which they come. */
export function makeParts(
  elements: readonly TreeElement[],
  opening: { title: string; text: string },
  findCase: FindCase,
): { parts: TalkPart[]; slides: TalkSlide[] } {
  const slides: TalkSlide[] = [{ kind: 'title', ...opening }];
  let from = 0;
  const parts = elements
    .filter(({ name }) => name === 'Part')
    .map((part): TalkPart => {
      const minutes = Number(part.props?.minutes);
      const pieces = piecesOf(part.children ?? [], slides, findCase);
      const to = from + minutes;
      const made = { title: textProp(part, 'title'), minutes, from, to, pieces };
      from = to;
      return made;
    });
  const exit = exitOf(elements);
  if (exit.length > 0) slides.push({ kind: 'exit', nodes: exit });
  return { parts, slides };
}

export function exitOf(elements: readonly TreeElement[]): TreeNode[] {
  return elements.find(({ name }) => name === 'Exit')?.children ?? [];
}

function piecesOf(nodes: readonly TreeNode[], slides: TalkSlide[], findCase: FindCase): TalkPiece[] {
  const pieces: TalkPiece[] = [];
  for (const node of nodes) {
    const name = isElement(node) ? node.name : '';
    const children = isElement(node) ? (node.children ?? []) : [];
    if (name === 'Say') pieces.push({ kind: 'say', nodes: children });
    else if (name === 'Ask') pieces.push({ kind: 'ask', nodes: children });
    else if (name === 'Slide') {
      const title = textProp(node as TreeElement, 'title');
      slides.push({ kind: 'words', title, nodes: children });
      pieces.push({ kind: 'slide', number: slides.length, title, nodes: children });
    } else if (name === 'CaseFrom') {
      const element = findCase(textProp(node as TreeElement, 'case'));
      if (!element) continue;
      slides.push(...caseSlides(element));
      pieces.push({ kind: 'case', element });
    } else {
      const last = pieces.at(-1);
      if (last?.kind === 'text') last.nodes.push(node);
      else pieces.push({ kind: 'text', nodes: [node] });
    }
  }
  return pieces.filter(
    (piece) => piece.kind !== 'text' || plainText(piece.nodes) !== '' || hasPicture(piece.nodes),
  );
}

const hasPicture = (nodes: readonly TreeNode[]) =>
  nodes.some((node) => isElement(node) && node.name === 'Figure');
