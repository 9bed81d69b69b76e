import { z } from 'zod';
import { timeZone } from './company.ts';

export const placeName = z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long');

export const papers = ['a4', 'letter'] as const;

export const newSite = z
  .object({
    name: placeName,
    timeZone,
    paper: z.enum(papers),
    daysOff: z.array(z.int().min(1).max(7)),
  })
  .strict();

export type NewSite = z.infer<typeof newSite>;

/** Where the clocks are American, so mostly is the paper. */
export function usualPaper(zone: string): NewSite['paper'] {
  return zone.startsWith('America/') ? 'letter' : 'a4';
}
