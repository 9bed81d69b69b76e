import type { ChangedPart } from '#app/domain/learning/changes/changed-parts.ts';
import type { TreeNode } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { partTitle } from '../module/part-title.ts';

/** Lines of a text one after the other that are new, or one known line before them; a gap is what is left out. */
export type Run = { kind: 'fresh' | 'known' | 'gap'; nodes: TreeNode[] };

const isParagraph = (node: TreeNode) => typeof node !== 'string' && node.name === 'p';

/** What is new, each time with the paragraph before it, so that one knows where one is. */
function runsOf(nodes: TreeNode[], fresh: number[]): Run[] {
  const runs: Run[] = [];
  for (const [index, node] of nodes.entries()) {
    const leadsOn = fresh.includes(index + 1) && isParagraph(node);
    const kind = fresh.includes(index) ? 'fresh' : leadsOn ? 'known' : 'gap';
    const last = runs.at(-1);
    if (last?.kind === kind) last.nodes.push(...(kind === 'gap' ? [] : [node]));
    else runs.push({ kind, nodes: kind === 'gap' ? [] : [node] });
  }
  return runs;
}

/** Its title, and of the text only what is to be shown. */
export function showChange({ kind, part, fresh }: ChangedPart, moduleTitle: string) {
  const title = part.kind === 'quiz' ? m.today_changes_questions() : partTitle(part, -1, moduleTitle);
  const nodes = kind !== 'gone' && part.kind === 'text' ? part.nodes : [];
  return { kind, title, slug: part.slug, of: part.kind, runs: fresh.length > 0 ? runsOf(nodes, fresh) : [] };
}

export type ShownChange = ReturnType<typeof showChange>;
