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
const languages = ['en'] as const;

export const newCompany = z
  .object({
    name: z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long'),
    timeZone,
    language: z.enum(languages, 'not-a-language'),
  })
  .strict();

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
};
