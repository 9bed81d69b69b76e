import type { ModuleTree, Question, TreeElement, TreeNode } from '#app/domain/publishing/document-tree.ts';

/** The text that a question is about, to be read again. A scenario is played where it stands. */
export type About =
  { kind: 'text'; title: string; nodes: TreeNode[] } | { kind: 'scenario'; title: string; slug: string };

/** Null where the question does not say, or an older edition has no such place. */
export function findAbout(tree: ModuleTree, { about }: Question): About | null {
  if (about === undefined) return null;
  const study = tree.parts
    .flatMap((part) => (part.kind === 'text' ? part.nodes : []))
    .find((node): node is TreeElement => isCase(node) && node.props?.id === about);
  if (study) return { kind: 'text', title: String(study.props?.title), nodes: withoutIds([study]) };
  const part = tree.parts.find(({ slug }) => slug === about);
  if (part?.kind === 'text') return { kind: 'text', title: part.title ?? '', nodes: withoutIds(part.nodes) };
  if (part?.kind !== 'scenario') return null;
  return { kind: 'scenario', title: part.title ?? part.scenario.title, slug: part.slug };
}

function isCase(node: TreeNode): node is TreeElement {
  return typeof node !== 'string' && node.name === 'CaseStudy';
}

/** Several questions may be about one case, and an id stands on a page once. */
function withoutIds(nodes: TreeNode[]): TreeNode[] {
  return nodes.map((node) => (isCase(node) ? { ...node, props: { ...node.props, id: '' } } : node));
}
