import { z } from 'zod';
import { isoDate } from './iso-date.ts';

/** Control characters and marks that turn the direction of the text around them. */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** A name as its bearer writes it: any script, emoji too, on one line. */
export const personName = z
  .string({ error: 'missing' })
  .trim()
  .min(1, 'missing')
  .max(200, 'too-long')
  .refine((name) => !invisible.test(name), 'unprintable');

export const email = z
  .string({ error: 'missing' })
  .trim()
  .toLowerCase()
  .max(254, 'too-long')
  .pipe(z.email('not-an-address'));

const employeeNumber = z
  .string()
  .trim()
  .toUpperCase()
  .max(40, 'too-long')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, 'not-a-number');

/** At sign-in one field takes either. */
export function normaliseSignInName(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('@') ? trimmed.toLowerCase() : trimmed.toUpperCase();
}

export const newPerson = z
  .object({
    name: personName,
    email: email.optional(),
    employeeNumber: employeeNumber.optional(),
    language: z.string().min(2).max(35),
    departmentId: z.string({ error: 'missing' }).min(1, 'missing'),
    siteId: z.string({ error: 'missing' }).min(1, 'missing'),
    managerId: z.string().optional(),
    jobTitle: z.string().trim().max(200, 'too-long').default(''),
    hiredOn: isoDate,
  })
  .strict();

export type NewPerson = z.infer<typeof newPerson>;
