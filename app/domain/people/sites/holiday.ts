import { z } from 'zod';
import { isoDate } from '../iso-date.ts';
import { placeName } from '../site.ts';

/** One day on which a site does not work. */
export const newHoliday = z.object({ day: isoDate, name: placeName }).strict();

export type NewHoliday = z.infer<typeof newHoliday>;
