import { z } from 'zod';

export const companyId = 'company';

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const timeZone = z.string({ error: 'missing' }).refine(isTimeZone, 'not-a-time-zone');

/** Languages the screens are written in. */
export const languages = ['en'] as const;

/** Control characters and marks that turn the direction of the text around them. */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

export const companyName = z
  .string({ error: 'missing' })
  .trim()
  .min(1, 'missing')
  .max(120, 'too-long')
  .refine((name) => !invisible.test(name), 'unprintable');

export const companyLanguage = z.enum(languages, 'not-a-language');

export const newCompany = z.object({ name: companyName, timeZone, language: companyLanguage }).strict();

export type NewCompany = z.infer<typeof newCompany> & { sample: boolean };

export type Company = {
  name: string;
  timeZone: string;
  language: string;
  sample: boolean;
  /** `#rrggbb`; takes the place of saffron. */
  accent: string | null;
  /** The hash of an image file. */
  logo: string | null;
  mailSender: string | null;
  postalAddress: string | null;
  privacyNotice: string | null;
  contact: string | null;
  showScores: boolean;
  requireSecondFactor: boolean;
  /** Whether whoever has the code of a certificate can look it up without signing in. */
  publicCertificates: boolean;
};
