import { commitmentPrompt } from '#app/domain/learning/modules/find-commitment.ts';
import type { Part } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';

/** A part without a heading of its own is named after what it holds, or where it opens the module after that. */
export function partTitle(part: Part, position: number, moduleTitle: string): string {
  if (part.title) return part.title;
  if (part.kind === 'scenario') return part.scenario.title;
  if (commitmentPrompt(part) !== null) return m.learn_commitment_title();
  return position === 0 ? moduleTitle : m.learn_part_untitled();
}
