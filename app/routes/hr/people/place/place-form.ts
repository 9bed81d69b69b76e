import { z } from 'zod';
import { isoDate } from '#app/domain/people/iso-date.ts';
import { newPerson } from '#app/domain/people/person.ts';

/** Where somebody works from a day on: the manager by what they sign in with. */
export const placeForm = newPerson
  .pick({ departmentId: true, siteId: true, jobTitle: true })
  .extend({ manager: z.string().trim().max(254, 'too-long').optional(), fromOn: isoDate })
  .strict();

export type PlaceForm = z.input<typeof placeForm>;
