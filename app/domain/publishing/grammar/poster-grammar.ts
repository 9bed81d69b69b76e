import { z } from 'zod';
import { atMostOne, exactlyOne, type Component, type Grammar, type Holding } from './grammar.ts';
import { figure, line, quote, steps, thanks } from './prose-words.ts';

const upTo = (max: number) => ({ min: 0, max });

/** What each template has a place for. */
export const posterTemplates = {
  'big-words': { Headline: { min: 1, max: 2 }, Line: upTo(2), Attribution: atMostOne, Figure: atMostOne },
  'two-cases': { Headline: atMostOne, Bad: exactlyOne, Good: exactlyOne, Line: atMostOne },
  number: { Number: exactlyOne, Headline: exactlyOne, Line: atMostOne, Attribution: exactlyOne },
  'customer-words': { Quote: exactlyOne, Headline: atMostOne, Line: atMostOne },
  promise: { Headline: { min: 1, max: 2 }, Line: upTo(3), Attribution: exactlyOne },
  'recovery-steps': { Headline: exactlyOne, Steps: exactlyOne, Line: atMostOne },
  thanks: { Thanks: exactlyOne, Headline: atMostOne, Line: atMostOne },
  question: { Ask: exactlyOne, Line: atMostOne, Attribution: atMostOne },
} as const satisfies Record<string, Holding>;

export type PosterTemplate = keyof typeof posterTemplates;

export const posterPalettes = ['paper', 'ink', 'saffron', 'green', 'brick'] as const;

export type PosterPalette = (typeof posterPalettes)[number];

/** A line in another language than the poster's says so. */
const inLanguage: Component = {
  props: z.strictObject({
    lang: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .optional(),
  }),
  prose: 'line',
  needsText: true,
};

const components: Grammar['components'] = {
  Headline: inLanguage,
  Line: inLanguage,
  Attribution: line,
  Bad: line,
  Good: line,
  Number: line,
  Ask: line,
  Quote: quote,
  Steps: steps,
  Thanks: thanks,
  Figure: figure,
};

/** With a template nobody knows, whatever any of them has. */
export function posterGrammar(template: unknown): Grammar {
  const known = Object.hasOwn(posterTemplates, String(template));
  const topLevel = known
    ? posterTemplates[template as PosterTemplate]
    : Object.fromEntries(Object.keys(components).map((name) => [name, upTo(3)]));
  return { components, topLevel, noProse: true };
}
