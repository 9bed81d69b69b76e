import { z } from 'zod';
import { timeZone } from './company.ts';

export const newSite = z
  .object({
    name: z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long'),
    timeZone,
    paper: z.enum(['a4', 'letter']),
    daysOff: z.array(z.int().min(1).max(7)),
  })
  .strict();

export type NewSite = z.infer<typeof newSite>;

/** Where the clocks are American, so mostly is the paper. */
export function usualPaper(zone: string): 'a4' | 'letter' {
  return zone.startsWith('America/') ? 'letter' : 'a4';
}
