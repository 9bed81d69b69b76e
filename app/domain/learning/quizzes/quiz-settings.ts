import { z } from 'zod';

/** What a module's front matter says of its quiz. */
const quizSettings = z.object({
  pass: z.number().default(80),
  attempts: z.number().nullish(),
  shuffle: z.boolean().default(false),
});

export type QuizSettings = z.infer<typeof quizSettings>;

export function quizSettingsOf(front: Record<string, unknown>): QuizSettings {
  return quizSettings.parse(front);
}
