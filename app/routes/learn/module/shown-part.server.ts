import type { ScenarioPart, TextPart } from '#app/domain/publishing/document-tree.ts';
import { drawProse } from '#app/ui/document/prose/draw-prose.server.tsx';
import type { ShownPart } from './module-part.tsx';

/** What is for one function is read by nobody else; who is of none reads what is for all. */
export function showPart(part: TextPart | ScenarioPart, functionId: string | null): ShownPart {
  if (part.kind === 'scenario') return part;
  const { slug, minutes, nodes } = part;
  const pieces = drawProse(nodes, { level: 1, functions: [functionId ?? 'none'] });
  return { kind: 'text', slug, minutes, pieces };
}
