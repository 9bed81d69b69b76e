import * as m from '#app/messages/generated/messages.js';

/** A part without a heading of its own is named after the module where it opens it, else plainly. */
export function partTitle(part: { title: string | null; slug: string }, moduleTitle: string): string {
  return part.title ?? (part.slug === 'start' ? moduleTitle : m.learn_part_untitled());
}
