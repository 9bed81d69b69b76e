import type { RawElement, RawNode } from '#app/platform/mdx/raw-node.ts';

const blocks: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td'.split(' '),
);

function isBlock(node: RawNode | undefined): node is RawElement {
  return typeof node === 'object' && (blocks.has(node.name) || isComponentName(node.name));
}

/** HTML is written small; the gate has seen to it that every other name is a component's. */
const isComponentName = (name: string) => /^[A-Z]/.test(name);

/** Drops the white space that only laid the source out, and joins text that was cut. */
export function tidyNodes(nodes: readonly RawNode[]): RawNode[] {
  const joined = nodes.reduce<RawNode[]>((kept, node) => {
    const last = kept.at(-1);
    if (typeof node === 'string' && typeof last === 'string') return [...kept.slice(0, -1), last + node];
    kept.push(node);
    return kept;
  }, []);
  return joined.filter((node, index) => {
    if (typeof node !== 'string' || node.trim() !== '') return true;
    const [before, after] = [joined[index - 1], joined[index + 1]];
    const isLayout = !before || !after || isBlock(before) || isBlock(after) || isBreak(before);
    return !isLayout;
  });
}

function isBreak(node: RawNode): boolean {
  return typeof node === 'object' && node.name === 'br';
}

/** Words that stand on their own among blocks are a paragraph. */
export function inParagraphs(nodes: readonly RawNode[]): RawNode[] {
  const whole: RawNode[] = [];
  let open: RawElement | null = null;
  for (const node of nodes) {
    if (isBlock(node)) {
      open = null;
      whole.push(node);
    } else {
      if (!open) whole.push((open = { name: 'p', props: {}, children: [] }));
      open.children.push(node);
    }
  }
  return whole;
}

/** One line is its words, whether or not blank lines made a paragraph of it. */
export function asLine(nodes: readonly RawNode[]): readonly RawNode[] {
  const [first] = nodes;
  return nodes.length === 1 && typeof first === 'object' && first.name === 'p'
    ? tidyNodes(first.children)
    : nodes;
}
