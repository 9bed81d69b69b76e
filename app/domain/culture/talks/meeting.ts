import { z } from 'zod';
import { newAction } from '#app/domain/action-items/action-item.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';

export const meetingKinds = ['team', 'guests'] as const;

export type MeetingKind = (typeof meetingKinds)[number];

/** One line, whatever was pasted: it ends in subjects of mails and in calendars. */
const line = (atMost: number) =>
  z
    .string({ error: 'missing' })
    // oxlint-disable-next-line no-control-regex -- these are what must not come through
    .transform((text) => text.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim())
    .pipe(z.string().min(1, 'missing').max(atMost, 'too-long'));

const id = z.string({ error: 'missing' }).min(1, 'missing').max(40, 'unknown');

const startTime = z.string({ error: 'missing' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time');

/** What is asked about a talk that somebody plans. */
export const meetingTerms = z
  .object({
    title: line(120),
    kind: z.enum(meetingKinds, 'missing'),
    /** The slug of the plan; none is a talk without one. */
    plan: z.string().max(160).optional(),
    day: isoDate,
    startTime,
    minutes: z.coerce
      .number({ error: 'missing' })
      .int('not-minutes')
      .min(5, 'not-minutes')
      .max(240, 'not-minutes'),
    place: line(300),
    facilitatorId: id,
    people: z.array(id).min(1, 'nobody').max(400, 'too-many'),
  })
  .strict();

export type MeetingTerms = z.infer<typeof meetingTerms>;

/** How far back a talk may be written down that nobody had planned, and how far ahead one may be planned. */
export const plannedBackAtMost = 31;
export const plannedAheadAtMost = 400;

/**
 * One word: letters of any script, and what joins two first names. A dot ends an initial, and never stands between two
 * words: `anna.kowalska` is half an address.
 */
const firstName = /^(?=.{1,40}$)\p{L}[\p{L}\p{M}]*\.?(?:['’-]\p{L}[\p{L}\p{M}]*\.?)*['’]?$/u;

/** Guests are written down by their first names alone, with commas between them. */
const guestNames = z
  .string()
  .max(1000, 'too-long')
  .default('')
  .transform((text) =>
    text
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string())
      .max(30, 'too-many')
      .refine((names) => names.every((name) => !/\s/.test(name)), 'first-names-only')
      .refine((names) => names.every((name) => /\s/.test(name) || firstName.test(name)), 'not-a-name'),
  );

/** What became of something agreed earlier: settled while the talk goes on, or still open. */
const earlierAction = z
  .object({
    id,
    outcome: z.enum(['open', 'done', 'dropped']).default('open'),
    reason: z.string().trim().max(500, 'too-long').optional(),
  })
  .strict()
  .refine(({ outcome, reason }) => outcome !== 'dropped' || !!reason, { error: 'missing', path: ['reason'] });

/** A line of which nothing was filled in is no line; a date alone is what the form began with. */
const agreedLine = z
  .object({ text: z.string().optional(), ownerId: z.string().optional(), dueOn: z.string().optional() })
  .strict();

const agreedLines = z
  .array(agreedLine)
  .max(20)
  .default([])
  .transform((lines, context) =>
    lines.flatMap((one, index) => {
      if (!one.text?.trim() && !one.ownerId) return [];
      const parsed = newAction.safeParse(one);
      if (parsed.success) return [parsed.data];
      for (const { message, path } of parsed.error.issues) {
        context.addIssue({ code: 'custom', message, path: [index, ...path] });
      }
      return [];
    }),
  );

export const holdingForm = z
  .object({
    attended: z.array(id).max(400).default([]),
    guests: guestNames,
    earlier: z.array(earlierAction).max(200).default([]),
    agreed: agreedLines,
  })
  .strict();

export type Holding = z.infer<typeof holdingForm>;

export type MeetingState = 'planned' | 'held' | 'cancelled';
