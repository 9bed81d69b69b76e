import type { Part, TreeNode } from '#app/domain/publishing/document-tree.ts';

function findPrompt(nodes: TreeNode[]): string | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.name === 'Commitment') return String(node.props?.prompt ?? '');
    const inside = findPrompt(node.children ?? []);
    if (inside !== null) return inside;
  }
  return null;
}

/** What a part asks its reader to do, or null where it does not ask. */
export function commitmentPrompt(part: Part): string | null {
  return part.kind === 'text' ? findPrompt(part.nodes) : null;
}
