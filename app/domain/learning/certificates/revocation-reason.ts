import { z } from 'zod';

export const longestReason = 500;

/** Why a certificate counts no longer. Never shown to others; gone with the holder's name. */
export const revocationReason = z
  .string({ error: 'missing' })
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string({ error: 'missing' }).min(1, 'missing').max(longestReason, 'too-long'));
