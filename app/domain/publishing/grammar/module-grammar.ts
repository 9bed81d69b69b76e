import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { any, atMostOne, exactlyOne, none, text, type Component, type Grammar } from './grammar.ts';
import { asides, blocks, forFunction, line, proseWords } from './prose-words.ts';

const flag = z.literal(true);
const asidesHere = { ...asides, Reflect: any };

export const questionKinds = ['one', 'many', 'true-false', 'order', 'match'] as const;

const sides: Component = {
  props: none,
  prose: 'blocks',
  holds: { Said: any, Felt: exactlyOne, Cost: exactlyOne },
};

const components: Grammar['components'] = {
  ...proseWords,
  Lead: blocks,
  Reflect: blocks,
  For: forFunction(asidesHere),
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
  Felt: line,
  Cost: line,
  Lesson: line,
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

export const moduleGrammar: Grammar = {
  components,
  topLevel: {
    Lead: atMostOne,
    ...asidesHere,
    For: any,
    CaseStudy: any,
    Scenario: any,
    Commitment: atMostOne,
    Question: any,
  },
};
