import { z } from 'zod';
import type { TreeElement } from '#app/domain/publishing/document-tree.ts';

/** A module as its cases and sources name it. */
export type CaseModule = { documentId: string; courseSlug: string; slug: string; title: string };

/** A good and a bad way, with an address of its own. */
export type Case = {
  id: string;
  title: string;
  /** Null where it is for everyone. */
  function: string | null;
  standard: string | null;
  language: string;
  module: CaseModule;
  /** The whole of it, as `CaseStudy` draws it. */
  element: TreeElement;
  text: CaseText;
};

/** What can be looked for in it. */
export type CaseText = { situation: string; said: string; lesson: string };

export const casesOnPage = 24;

/** In an address, what is for everyone needs a name too. */
export const forEveryone = 'everyone';

const word = z.string().trim().max(100).catch('').default('');

/** What the address of the list asks for. Whatever does not fit asks for nothing. */
export const caseFilters = z.object({
  q: word,
  function: word,
  standard: word,
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type CaseFilters = z.infer<typeof caseFilters>;

export const functionOf = (one: Pick<Case, 'function'>): string => one.function ?? forEveryone;
