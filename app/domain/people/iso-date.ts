import { z } from 'zod';

/** A calendar date as text: `2026-03-31`. */
export const isoDate = z.string({ error: 'missing' }).pipe(z.iso.date('not-a-date'));
