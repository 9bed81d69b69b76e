import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** Lists that stand beside the courses, each a document of its own, without a course. */
export const listKinds = ['standards', 'glossary', 'sources'] as const;

export type ListKind = (typeof listKinds)[number];

export const isListKind = (kind: string): kind is ListKind => (listKinds as readonly string[]).includes(kind);

/** Of a list whose name says none. */
export const listLanguage = 'en';

export const yearLimits = { min: 1500, max: 2200 };

const line = (most: number) => z.string().trim().min(1).max(most);

const standard = z.strictObject({ id: slug, name: line(80), summary: line(400).optional() });

const term = z.strictObject({
  id: slug,
  term: line(80),
  meaning: line(800),
  /** Other terms of the glossary. */
  see: z.array(slug).max(8).default([]),
  /** Whose idea it is: one of the sources. */
  source: slug.optional(),
});

const source = z.strictObject({
  id: slug,
  author: line(200),
  title: line(240),
  year: z.int().min(yearLimits.min).max(yearLimits.max).optional(),
  where: line(240),
  taken: line(800),
});

/** What one entry of each list says. */
export const entryOf = { standards: standard, glossary: term, sources: source } as const;

/** What no two entries of a list may share, beside the id. */
export const nameKeyOf = { standards: 'name', glossary: 'term', sources: 'title' } as const;

export type Standard = z.infer<typeof standard>;

export type Term = z.infer<typeof term>;

export type Source = z.infer<typeof source>;

export type Entries = { standards: Standard[]; glossary: Term[]; sources: Source[] };
