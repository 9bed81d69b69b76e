import type { Submission } from '@conform-to/react';
import { data } from '@remix-run/node';
import { z } from 'zod';
import { newScreen, postersAtMost, type ScreenRefusal } from '#app/domain/culture/posters/screens/screen.ts';
import * as m from '#app/messages/generated/messages.js';
import { wordReply } from '#app/platform/form/parse-form.server.ts';

const place = z.coerce
  .number<number>({ error: 'not-a-place' })
  .int('not-a-place')
  .min(1, 'not-a-place')
  .max(999, 'not-a-place');

/** As the page sends it: every poster, with its place or none. */
export const screenForm = newScreen
  .omit({ documentIds: true })
  .extend({
    posters: z
      .array(z.object({ documentId: z.string().max(80), place: place.optional() }).strict())
      .max(1000)
      .default([])
      .refine((all) => all.some((one) => one.place !== undefined), 'no-poster')
      .refine((all) => all.filter((one) => one.place !== undefined).length <= postersAtMost, 'too-many'),
  })
  .strict();

export type ScreenForm = z.input<typeof screenForm>;

/** Those with a place, in their order. */
export function screenFrom({ posters, ...screen }: z.output<typeof screenForm>) {
  const placed = posters.filter((one) => one.place !== undefined);
  const documentIds = placed.toSorted((a, b) => a.place! - b.place!).map(({ documentId }) => documentId);
  return { ...screen, documentIds: [...new Set(documentIds)] };
}

const refusals: Record<ScreenRefusal, () => string> = {
  'not-allowed': m.poster_screen_refused_not_allowed,
  'unknown-screen': m.poster_screen_refused_gone,
  'unknown-site': m.poster_screen_refused_site,
  'unknown-department': m.poster_screen_refused_department,
  'unknown-poster': m.poster_screen_refused_poster,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.poster_field_too_long,
  'not-seconds': m.poster_screen_not_seconds,
  'not-a-place': m.poster_screen_not_a_place,
  'no-poster': m.poster_screen_no_poster,
  'too-many': m.poster_screen_too_many,
  ...refusals,
};

function word(code: string, field: string): string {
  if (code === 'missing') return field === 'name' ? m.poster_screen_name_missing() : m.poster_field_missing();
  return (mistakes[code] ?? m.poster_field_not_understood)();
}

type Parsed = Pick<Submission<Record<string, unknown>, string[], unknown>, 'reply'>;

/** The form again, with what was typed and what is wrong with it. */
export function askAgain(submission: Parsed, refused?: ScreenRefusal) {
  const reply = submission.reply(refused ? { formErrors: [refused] } : undefined);
  return data({ reply: wordReply(reply, word) }, { status: 422 });
}
