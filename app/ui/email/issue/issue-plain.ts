import type { TreeElement, TreeNode } from '../../document/issue/issue-parts.ts';
import { childNamed, isElement, textProp } from '../../document/tree.ts';
import type { IssueLetterProps } from './issue-letter.tsx';
import { absolute, calloutWord, type Drawing } from './mail-nodes.tsx';
import type { WordedPiece } from './mail-pieces.tsx';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The issue for whoever reads mail as plain text: all that it says, every link in full. A paragraph is one line. */
export function issuePlain(props: IssueLetterProps): string {
  const { sender, eyebrow, title, lead, stories, drawing, links, words, foot } = props;
  const told = stories.flatMap(({ id, title: heading, kicker, pieces, opening }) => [
    '* * *',
    [kicker && oneLine(kicker), oneLine(heading).toUpperCase()].filter(Boolean).join('\n'),
    ...(pieces
      ? pieces.flatMap((piece) => pieceLines(piece, drawing))
      : [opening, `${words.readOn}:\n${links.page}#${id}`]),
  ]);
  const end = [
    '-- ',
    ...foot.map(oneLine),
    `${words.preferences}: ${links.preferences}`,
    `${words.unsubscribe}: ${links.unsubscribe}`,
  ];
  const all = [
    `${sender}\n${eyebrow}`,
    oneLine(title).toUpperCase(),
    ...blocks(lead, drawing),
    `${words.onPage}:\n${links.page}`,
    ...told,
    end.join('\n'),
  ];
  return `${all.filter(Boolean).join('\n\n')}\n`;
}

function pieceLines(piece: WordedPiece, drawing: Drawing): string[] {
  const { base, words } = drawing;
  switch (piece.kind) {
    case 'text':
      return blocks(piece.nodes, drawing);
    case 'for':
      return [`[${words.forYou}]`, ...piece.pieces.flatMap((one) => pieceLines(one, drawing))];
    case 'case':
      return [...caseLines(piece.element, drawing), `${words.openCase}:\n${base}/cases/${piece.id}`];
    case 'poster':
      return [
        [
          `${words.poster}: ${oneLine(piece.title)}`,
          ...piece.says.map(({ text }) => `  ${oneLine(text)}`),
          `${base}/posters/${piece.slug}`,
        ].join('\n'),
      ];
    case 'thanks':
      return [piece.title, ...blocks(piece.nodes, drawing)];
    case 'changes':
      return [
        ...piece.lines.map(({ slug, title, state, lines }) =>
          [
            `- ${oneLine(title)} (${state})`,
            ...lines.map((one) => `  ${oneLine(one)}`),
            `  ${base}/learn/${slug}`,
          ].join('\n'),
        ),
        ...(piece.note ? [piece.note] : []),
      ];
  }
}

function caseLines(element: TreeElement, drawing: Drawing): string[] {
  const { words } = drawing;
  const side = (name: 'Bad' | 'Good', word: string): string[] => {
    const told = childNamed(element, name);
    if (!told) return [];
    const lines = (told.children ?? []).filter(isElement).map((child) => {
      const text = inline(child.children, drawing);
      if (child.name === 'Said') return `${textProp(child, 'who') ?? ''}: “${text}”`;
      if (child.name === 'Felt') return `${words.felt}: ${text}`;
      return child.name === 'Cost' ? `${words.cost}: ${text}` : text;
    });
    return [[word.toUpperCase(), ...lines].join('\n')];
  };
  const lesson = childNamed(element, 'Lesson');
  return [
    `${words.case}: ${oneLine(textProp(element, 'title') ?? '')}`,
    ...blocks(childNamed(element, 'Situation')?.children, drawing),
    ...side('Bad', words.bad),
    ...side('Good', words.good),
    ...(lesson ? [`${words.lesson}: ${inline(lesson.children, drawing)}`] : []),
  ];
}

const inlineNames = new Set(['strong', 'em', 'del', 'a', 'code', 'br']);

/** Blocks as they follow each other; words that stand alone among them are one too. */
function blocks(nodes: TreeNode[] | undefined, drawing: Drawing): string[] {
  const lines: string[] = [];
  let open: TreeNode[] = [];
  const close = () => {
    const text = inline(open, drawing);
    if (text) lines.push(text);
    open = [];
  };
  for (const node of nodes ?? []) {
    if (!isElement(node) || inlineNames.has(node.name)) open.push(node);
    else {
      close();
      lines.push(...block(node, drawing));
    }
  }
  close();
  return lines;
}

function block(element: TreeElement, drawing: Drawing): string[] {
  const { name, children } = element;
  const indented = (text: string, first: string) =>
    text
      .split('\n')
      .map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line)
      .join('\n');
  if (name === 'ul' || name === 'ol') {
    const start = Number(element.props?.start ?? 1);
    const items = (children ?? []).filter(isElement).map((item, index) => {
      const mark = name === 'ul' ? '- ' : `${start + index}. `;
      return indented(blocks(item.children, drawing).join('\n'), mark);
    });
    return [items.join('\n')];
  }
  if (name === 'Callout') {
    const [first = '', ...rest] = blocks(children, drawing);
    return [`${calloutWord(element, drawing.words)}: ${first}`, ...rest];
  }
  if (name === 'Quote' || name === 'blockquote') {
    const by = textProp(element, 'by');
    const said = blocks(children, drawing).map((line) => `> ${line.replaceAll('\n', '\n> ')}`);
    return [[...said, ...(by ? [`  ${oneLine(by)}`] : [])].join('\n')];
  }
  if (name === 'img' || name === 'Figure') {
    const alt = oneLine(textProp(element, 'alt') ?? '');
    const caption = textProp(element, 'caption');
    return [`[${[alt, caption && oneLine(caption)].filter(Boolean).join('. ')}]`];
  }
  if (name === 'hr') return ['* * *'];
  if (name === 'tr') {
    const cells = (children ?? []).filter(isElement).map((cell) => inline(cell.children, drawing));
    return [cells.join(' | ')];
  }
  if (name === 'p' || /^h[1-6]$/.test(name)) return [inline(children, drawing)];
  if (name === 'table') return [blocks(children, drawing).join('\n')];
  return blocks(children, drawing);
}

function inline(nodes: TreeNode[] | undefined, drawing: Drawing): string {
  const text = (nodes ?? []).map((node): string => {
    if (!isElement(node)) return node.replace(/\s+/g, ' ');
    if (node.name === 'br') return ' ';
    const inner = inline(node.children, drawing);
    if (node.name !== 'a') return inner;
    const href = absolute(textProp(node, 'href') ?? '', drawing.base);
    return href && href !== inner ? `${inner} (${href})` : inner;
  });
  return oneLine(text.join(''));
}
