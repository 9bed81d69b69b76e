import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** The names that content may use: of functions, of the standards that cases teach, and of its sources. */
export type Vocabulary = {
  functions: readonly string[];
  standards: readonly string[];
  sources: readonly string[];
};

const entry = z.strictObject({ id: slug, name: z.string().min(1), summary: z.string().optional() });

/** The shape of `functions.yaml`. */
export const functionsFile = z.array(entry).min(1);

/** Of the other lists the ids alone: all that is wrong with them is said where they are read as documents. */
export const idsFile = z.array(z.looseObject({ id: slug })).min(1);
