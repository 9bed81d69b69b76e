import type { ModuleTree, Part, TreeNode } from '#app/domain/publishing/document-tree.ts';

export type ChangedPart = {
  kind: 'new' | 'changed' | 'gone';
  part: Part;
  /** Of a text: the places of its paragraphs and cases that stood nowhere in the edition before. */
  fresh: number[];
};

/** What is meant for other functions is not news to anybody else. */
function meantFor(part: Part, functionId: string | null): Part {
  if (part.kind !== 'text') return part;
  const isMine = (node: TreeNode) =>
    typeof node === 'string' || node.name !== 'For' || node.props?.function === functionId;
  return { ...part, nodes: part.nodes.filter(isMine) };
}

/** Everything a part says; its heading and its minutes apart. */
function contentOf(part: Part): string {
  if (part.kind === 'text') return JSON.stringify(part.nodes);
  return JSON.stringify(part.kind === 'scenario' ? part.scenario : part.questions);
}

function nodesOf(part: Part): string[] {
  return part.kind === 'text' ? part.nodes.map((node) => JSON.stringify(node)) : [];
}

/**
 * The parts that differ between two editions, as somebody of a function reads them: in the order of the new edition,
 * and after them what is gone. A part that only has another heading, or stands elsewhere, is the same.
 */
export function changedParts(
  before: ModuleTree,
  after: ModuleTree,
  functionId: string | null,
): ChangedPart[] {
  const old = before.parts.map((part) => meantFor(part, functionId));
  const now = after.parts.map((part) => meantFor(part, functionId));
  const oldSlugs = new Set(old.map(({ slug }) => slug));
  const slugs = new Set(now.map(({ slug }) => slug));
  const oldContents = new Set(old.map(contentOf));
  const contents = new Set(now.map(contentOf));
  const known = new Set(old.flatMap(nodesOf));
  const changed = now
    .filter((part) => !oldContents.has(contentOf(part)))
    .map((part): ChangedPart => {
      const fresh = nodesOf(part).flatMap((node, index) => (known.has(node) ? [] : [index]));
      return { kind: oldSlugs.has(part.slug) ? 'changed' : 'new', part, fresh };
    });
  const gone = old.filter((part) => !slugs.has(part.slug) && !contents.has(contentOf(part)));
  return [...changed, ...gone.map((part): ChangedPart => ({ kind: 'gone', part, fresh: [] }))];
}
