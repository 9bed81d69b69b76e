import { z } from 'zod';
import { slug } from './text/slug.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

const language = z.string().refine(isLanguage);

/** In the form that browsers and screen readers expect: `en`, `pt-BR`. */
function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export const numberLimits: Readonly<Record<string, { min: number; max: number }>> = {
  minutes: { min: 1, max: 120 },
  pass: { min: 0, max: 100 },
  attempts: { min: 1, max: 20 },
  validMonths: { min: 1, max: 120 },
};

const within = (name: 'minutes' | 'pass' | 'attempts' | 'validMonths') =>
  z
    .int()
    .min(numberLimits[name]?.min ?? 0)
    .max(numberLimits[name]?.max ?? 0);

/** What this edition means to those who have read the last one. */
const change = z.enum(['wording', 'informative', 'material']).optional();

export const moduleFront = z.strictObject({
  title: line(160),
  language,
  function: slug.optional(),
  minutes: within('minutes'),
  pass: within('pass'),
  attempts: within('attempts').optional(),
  shuffle: z.boolean().optional(),
  standards: z.array(slug).max(12).default([]),
  learn: z.array(line(300)).max(12).default([]),
  heads: line(1000).optional(),
  change,
});

export const courseFront = z.strictObject({
  title: line(160),
  language,
  audience: z.union([z.literal('everyone'), z.array(slug).min(1).max(40)]),
  modules: z.array(slug).min(1).max(60),
  validMonths: within('validMonths').optional(),
  summary: line(1000),
  change,
});

export type ModuleFront = z.infer<typeof moduleFront>;

export type CourseFront = z.infer<typeof courseFront>;
