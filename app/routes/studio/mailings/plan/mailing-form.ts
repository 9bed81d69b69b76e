import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { MailingPlan } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { audience, mailingPlan } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import type { MailingRefusal } from '../mailing-words.ts';
import { refusalWords } from '../mailing-words.ts';

const { subject, preheader, perMinute, inHours, fromHour, untilHour } = mailingPlan.shape;

/** A plan as a form asks for it: a day and a time by the editor's own clock. */
export const mailingForm = z
  .object({
    /** Which issue, in the address too; here for those without a script. */
    issue: z.string().max(200).optional(),
    subject,
    preheader: preheader.default(''),
    ...audience.shape,
    when: z.enum(['now', 'at'], 'not-understood').default('now'),
    startOn: isoDate.optional(),
    startTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'when')
      .optional(),
    perMinute,
    inHours: inHours.default(false),
    fromHour: fromHour.default(8),
    untilHour: untilHour.default(17),
  })
  .strict()
  .refine(({ when, startOn, startTime }) => when === 'now' || (startOn && startTime), {
    error: 'when',
    path: ['startOn'],
  })
  .refine((plan) => plan.fromHour < plan.untilHour, { error: 'hours', path: ['untilHour'] });

export type MailingForm = z.input<typeof mailingForm>;

export function planOf(form: z.output<typeof mailingForm>, timeZone: string): MailingPlan {
  const { issue: _issue, when, startOn, startTime, departments, sites, languages, roles, ...plan } = form;
  const startAt =
    when === 'at' && startOn && startTime
      ? Temporal.PlainDate.from(startOn).toZonedDateTime({ timeZone, plainTime: startTime })
      : null;
  return {
    ...plan,
    audience: { departments, sites, languages, roles },
    startAt: startAt && new Date(startAt.epochMilliseconds),
  };
}

/** The day and the time of a moment, as the form's fields hold them. */
export function clockOf(at: Date, timeZone: string): { startOn: string; startTime: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const startTime = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return { startOn: there.toPlainDate().toString(), startTime };
}

const mistakes = {
  missing: m.mailing_mistake_missing,
  'too-long': m.mailing_mistake_too_long,
  unprintable: m.mailing_mistake_unprintable,
  'not-a-number': m.mailing_mistake_number,
  hours: m.mailing_mistake_hours,
  when: m.mailing_mistake_when,
  'not-a-date': m.mailing_mistake_when,
} satisfies Record<string, () => string>;

export function wordMailing(code: string): string {
  if (Object.hasOwn(mistakes, code)) return mistakes[code as keyof typeof mistakes]();
  if (Object.hasOwn(refusalWords, code)) return refusalWords[code as MailingRefusal]();
  return m.mailing_mistake_not_understood();
}
