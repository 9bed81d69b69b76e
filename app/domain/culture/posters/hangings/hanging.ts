import { z } from 'zod';

/** What a poster on a wall can be printed on. */
export const wallSizes = ['a4', 'a3', 'letter', 'tabloid', 'banner'] as const;
export type WallSize = (typeof wallSizes)[number];

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional());

/** Where a poster hangs, in words, and how large. */
export const hangingPlace = z
  .object({
    place: optional(z.string().trim().max(120, 'too-long')),
    size: optional(z.enum(wallSizes, 'missing')),
  })
  .strict();

/** `outdated`: there is a newer edition than the one that hangs; `gone`: nobody may print it any more. */
export type HangingState = 'current' | 'outdated' | 'gone';

export type HangRefusal = 'not-allowed' | 'unknown-site' | 'not-published';
export type TakeDownRefusal = 'not-allowed' | 'unknown-site' | 'not-hanging';

/** Of a poster, one hangs at a site. */
export const openKeyOf = (siteId: string, documentId: string): string => `${siteId} ${documentId}`;
