import { z } from 'zod';
import { roles } from '#app/domain/actor/actor.ts';

/** Heads of department are so by their department, not by a role. */
export const audienceRoles = ['head', ...roles] as const;

export type AudienceRole = (typeof audienceRoles)[number];

const some = z.array(z.string().max(40)).max(500).default([]);

/** Within one list any of them will do, all lists have to agree, and an empty one asks for nothing. */
export const audience = z
  .object({
    /** With those below them. */
    departments: some,
    sites: some,
    languages: some,
    roles: z.array(z.enum(audienceRoles)).default([]),
  })
  .strict();

export type Audience = z.infer<typeof audience>;

/** In a header of the mail: a line of its own would be a header of its own. */
const oneLine = z
  .string()
  .trim()
  .refine((text) => !/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(text), 'unprintable');

export const subjectLength = 150;
export const preheaderLength = 200;
const fastest = 60_000;

export const mailingPlan = z
  .object({
    subject: oneLine.min(1, 'missing').max(subjectLength, 'too-long'),
    preheader: oneLine.max(preheaderLength, 'too-long'),
    audience,
    startAt: z.date().nullable(),
    perMinute: z.int('not-a-number').min(1, 'not-a-number').max(fastest, 'not-a-number'),
    inHours: z.boolean(),
    fromHour: z.int().min(0).max(23),
    untilHour: z.int().min(1).max(24),
  })
  .strict()
  .refine(({ fromHour, untilHour }) => fromHour < untilHour, { error: 'hours', path: ['untilHour'] });

export type MailingPlan = z.infer<typeof mailingPlan>;

export const usualPlan = { perMinute: 60, inHours: true, fromHour: 8, untilHour: 17 } as const;

export type LengthAdvice = 'short' | 'good' | 'long';

/** Phones show about forty letters of a subject, others about sixty. Advice: it refuses nothing. */
export function subjectAdvice(subject: string): LengthAdvice {
  const letters = [...subject.trim()].length;
  if (letters < 15) return 'short';
  return letters > 60 ? 'long' : 'good';
}

/** What stands beside the subject in the list of mails. Left too short, the first words of the mail come in after it. */
export function preheaderAdvice(preheader: string): LengthAdvice {
  const letters = [...preheader.trim()].length;
  if (letters < 40) return 'short';
  return letters > 110 ? 'long' : 'good';
}
