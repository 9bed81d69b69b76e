import { z } from 'zod';

export const opinionWordsAtMost = 500;

/** What is posted at the end of an issue. */
export const opinionForm = z
  .object({
    useful: z.enum(['yes', 'no'], 'missing'),
    words: z.string().trim().max(opinionWordsAtMost, 'too-long').default(''),
    signed: z.literal('on').optional(),
  })
  .strict();

export type Opinion = { useful: boolean; words: string | null; signed: boolean };
