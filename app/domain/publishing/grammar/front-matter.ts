import { z } from 'zod';
import { posterPalettes, posterTemplates, type PosterTemplate } from './poster-grammar.ts';
import { yearLimits } from '../lists/list.ts';
import { slug } from '../text/slug.ts';

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

const cultureFront = z.strictObject({
  title: line(160),
  language: languageTag,
  function: slug.optional(),
  standard: slug.optional(),
  change,
  changed,
});

export const issueFront = cultureFront.extend({
  /** Of its mail; the title where there is none. */
  subject: line(150).optional(),
  /** What a list of mails shows after the subject. */
  preheader: line(200).optional(),
  /** A picture beside the document. */
  cover: line(1000).optional(),
  coverAlt: line(500).optional(),
});

export const posterFront = cultureFront.extend({
  template: z.enum(Object.keys(posterTemplates) as [PosterTemplate, ...PosterTemplate[]]),
  palette: z.enum(posterPalettes).default('paper'),
  /** A path of ours, or an address of the web. */
  qr: z
    .union([
      z
        .string()
        .regex(/^\/(?!\/)[^\s]*$/)
        .max(300),
      z.url({ protocol: /^https$/ }).max(300),
    ])
    .optional(),
  qrSays: line(60).optional(),
});

export const talkFront = cultureFront.extend({
  minutes: within('minutes'),
  aim: line(400),
  with: z.enum(['team', 'guests']).default('team'),
});

export const sheetFront = cultureFront.extend({
  /** Taking part refreshes this module: `<course>/<module>`. */
  refreshes: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .max(160)
    .optional(),
});

/** A list has nothing at its head: its name says what it is. */
export type ListFront = { title: string; language: string; change?: undefined };

export type ModuleFront = z.infer<typeof moduleFront>;

export type CourseFront = z.infer<typeof courseFront>;

export type IssueFront = z.infer<typeof issueFront>;

export type PosterFront = z.infer<typeof posterFront>;

export type TalkFront = z.infer<typeof talkFront>;

export type SheetFront = z.infer<typeof sheetFront>;

export type CultureFront = IssueFront | PosterFront | TalkFront | SheetFront;

export const cultureFronts = {
  issue: issueFront,
  poster: posterFront,
  talk: talkFront,
  sheet: sheetFront,
} as const;
