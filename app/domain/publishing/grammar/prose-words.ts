import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { any, none, text, type Component } from './grammar.ts';

/** What may stand anywhere in running text, whatever the document. */
export const asides = { Callout: any, Figure: any, Quote: any, Steps: any };

/** A line or a paragraph of the author's, without attributes. */
export const line: Component = { props: none, prose: 'line', needsText: true };
export const blocks: Component = { props: none, prose: 'blocks', needsText: true };

export const figure: Component = {
  props: z.strictObject({ src: text(1000), alt: text(500), caption: text(500).optional() }),
  prose: 'none',
};
export const quote: Component = {
  props: z.strictObject({ by: text(200) }),
  prose: 'blocks',
  needsText: true,
};
export const steps: Component = { props: none, prose: 'numbered-list', needsText: true };

/** A case study of a published module, by its id. */
export const caseFrom: Component = { props: z.strictObject({ case: slug }), prose: 'none' };

/** `to` is an employee number or an e-mail: names are looked up when shown, so that they can be erased. */
export const thanks: Component = {
  props: z.strictObject({ to: text(200) }),
  prose: 'blocks',
  needsText: true,
};

export const proseWords: Readonly<Record<string, Component>> = {
  Callout: {
    props: z.strictObject({ kind: z.enum(['note', 'tip', 'warning']) }),
    prose: 'blocks',
    needsText: true,
  },
  Figure: figure,
  Quote: quote,
  Steps: steps,
};

/** What only one function reads. */
export function forFunction(holds: Component['holds']): Component {
  return { props: z.strictObject({ function: slug }), prose: 'blocks', needsText: true, holds };
}
