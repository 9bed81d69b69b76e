import { z } from 'zod';
import { isoDate } from '#app/domain/people/iso-date.ts';

/** A question that is answered with a day. */
export const dayForm = z.object({ on: isoDate }).strict();

/** A question that is answered with a press. */
export const pressForm = z.object({}).strict();
