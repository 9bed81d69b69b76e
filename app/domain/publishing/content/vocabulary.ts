import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** The names that content may use: of the company's functions, and of the standards that cases teach. */
export type Vocabulary = { functions: readonly string[]; standards: readonly string[] };

const entry = z.strictObject({ id: slug, name: z.string().min(1), summary: z.string().optional() });

/** The shape of `functions.yaml` and of `standards.yaml`. */
export const vocabularyFile = z.array(entry).min(1);
