import { z } from 'zod';
import { slug } from './text/slug.ts';

/**
 * The words an author may use beside Markdown. `prose` says what may stand between the tags: nothing of
 * one's own, one run of words, any Markdown, or one numbered list.
 */
export type Component = {
  props: z.ZodObject;
  prose: 'none' | 'line' | 'blocks' | 'numbered-list';
  needsText?: boolean;
  holds?: Holding;
  /** The children stand in the order in which `holds` names them. */
  inOrder?: boolean;
};

type Holding = Readonly<Record<string, { min: number; max: number }>>;

const text = (most: number) => z.string().trim().min(1).max(most);
const flag = z.literal(true);
const none = z.strictObject({});
const any = { min: 0, max: 200 };
const exactlyOne = { min: 1, max: 1 };
const atMostOne = { min: 0, max: 1 };
const asides = { Callout: any, Figure: any, Quote: any, Reflect: any, Steps: any };

export const questionKinds = ['one', 'many', 'true-false', 'order', 'match'] as const;

const sides: Component = {
  props: none,
  prose: 'blocks',
  holds: { Said: any, Felt: exactlyOne, Cost: exactlyOne },
};

/** What may stand at the top of a module. */
export const topLevel: Holding = {
  Lead: atMostOne,
  ...asides,
  For: any,
  CaseStudy: any,
  Scenario: any,
  Commitment: atMostOne,
  Question: any,
};

export const registry: Readonly<Record<string, Component>> = {
  Lead: { props: none, prose: 'blocks', needsText: true },
  Callout: {
    props: z.strictObject({ kind: z.enum(['note', 'tip', 'warning']) }),
    prose: 'blocks',
    needsText: true,
  },
  Figure: {
    props: z.strictObject({ src: text(1000), alt: text(500), caption: text(500).optional() }),
    prose: 'none',
  },
  Quote: { props: z.strictObject({ by: text(200) }), prose: 'blocks', needsText: true },
  Steps: { props: none, prose: 'numbered-list', needsText: true },
  Reflect: { props: none, prose: 'blocks', needsText: true },
  For: { props: z.strictObject({ function: slug }), prose: 'blocks', needsText: true, holds: asides },
  CaseStudy: {
    props: z.strictObject({
      id: slug,
      title: text(160),
      function: slug.optional(),
      standard: slug.optional(),
    }),
    prose: 'none',
    holds: { Situation: exactlyOne, Bad: exactlyOne, Good: exactlyOne, Lesson: exactlyOne },
    inOrder: true,
  },
  Situation: { props: none, prose: 'blocks', needsText: true, holds: { Figure: any } },
  Bad: sides,
  Good: sides,
  Said: { props: z.strictObject({ who: text(160) }), prose: 'line', needsText: true },
  Felt: { props: none, prose: 'line', needsText: true },
  Cost: { props: none, prose: 'line', needsText: true },
  Lesson: { props: none, prose: 'line', needsText: true },
  Scenario: {
    props: z.strictObject({ id: slug, title: text(160) }),
    prose: 'none',
    holds: { Moment: { min: 2, max: 40 } },
  },
  Moment: {
    props: z.strictObject({ id: slug, end: z.enum(['good', 'mixed', 'bad']).optional() }),
    prose: 'blocks',
    needsText: true,
    holds: { Figure: any, Quote: any, Callout: any, Choice: { min: 0, max: 6 } },
  },
  Choice: { props: z.strictObject({ to: slug, felt: text(400) }), prose: 'line', needsText: true },
  Commitment: { props: z.strictObject({ prompt: text(400) }), prose: 'none' },
  Question: {
    props: z.strictObject({ id: slug, kind: z.enum(questionKinds), about: text(80).optional() }),
    prose: 'blocks',
    needsText: true,
    holds: { Figure: any, Option: { min: 2, max: 8 } },
  },
  Option: {
    props: z.strictObject({ right: flag.optional(), why: text(1000), match: text(300).optional() }),
    prose: 'line',
    needsText: true,
  },
};

export const componentNames = Object.keys(registry);

/** Own names only: `constructor` and `__proto__` are of every object, and of no registry. */
export function componentNamed(name: string | null | undefined): Component | null {
  return typeof name === 'string' && Object.hasOwn(registry, name) ? (registry[name] ?? null) : null;
}

/** The names of the components that `name` may stand in; `null` is the top of the document. */
export function parentsOf(name: string): (string | null)[] {
  const within = componentNames.filter((parent) => Object.hasOwn(registry[parent]?.holds ?? {}, name));
  return Object.hasOwn(topLevel, name) ? [null, ...within] : within;
}
