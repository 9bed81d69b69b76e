import { z } from 'zod';
import { companyLanguage, companyName } from '../company.ts';
import { accent } from './accent.ts';
import { mailSender } from './mail-sender.ts';

/** All but line ends: control characters, and marks that turn the direction of the text around them. */
const unprintable = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Several lines. A browser sends each end of line as two characters, and counts it as one. */
const lines = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(most, 'too-long')
        .refine((text) => !unprintable.test(text), 'unprintable'),
    );

export const longest = { postalAddress: 500, contact: 500, privacyNotice: 5000 };

/** What an admin may change about the company. What is left empty is none. */
export const companySettings = z
  .object({
    name: companyName,
    accent: accent.optional(),
    language: companyLanguage,
    mailSender: mailSender.optional(),
    postalAddress: lines(longest.postalAddress).optional(),
    contact: lines(longest.contact).optional(),
    privacyNotice: lines(longest.privacyNotice).optional(),
    showScores: z.boolean().default(false),
    requireSecondFactor: z.boolean().default(false),
    publicCertificates: z.boolean().default(false),
  })
  .strict();

export type CompanySettings = z.infer<typeof companySettings>;
