import { z } from 'zod';
import { yearLimits } from './lists/list.ts';
import { slug } from './text/slug.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

export const languageTag = z.string().refine(isLanguage);

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
  year: yearLimits,
};

const within = (name: 'minutes' | 'pass' | 'attempts' | 'validMonths') =>
  z
    .int()
    .min(numberLimits[name]?.min ?? 0)
    .max(numberLimits[name]?.max ?? 0);

/** What this edition means to those who have read the last one. */
const change = z.enum(['wording', 'informative', 'material']).optional();

/** What is different, in a line for those who have read the last one. */
const changed = line(300).optional();

export const moduleFront = z.strictObject({
  title: line(160),
  language: languageTag,
  function: slug.optional(),
  minutes: within('minutes'),
  pass: within('pass'),
  attempts: within('attempts').optional(),
  shuffle: z.boolean().optional(),
  standards: z.array(slug).max(12).default([]),
  /** Whose ideas it takes up, by their ids in `sources.yaml`. */
  sources: z.array(slug).max(12).optional(),
  learn: z.array(line(300)).max(12).default([]),
  heads: line(1000).optional(),
  change,
  changed,
});

export const courseFront = z.strictObject({
  title: line(160),
  language: languageTag,
  audience: z.union([z.literal('everyone'), z.array(slug).min(1).max(40)]),
  modules: z.array(slug).min(1).max(60),
  validMonths: within('validMonths').optional(),
  summary: line(1000),
  change,
  changed,
});

/** A list has nothing at its head: its name says what it is. */
export type ListFront = { title: string; language: string; change?: undefined };

export type ModuleFront = z.infer<typeof moduleFront>;

export type CourseFront = z.infer<typeof courseFront>;
