import { z } from 'zod';
import { newPassword } from '#app/domain/access/passwords/credential.ts';
import { passwordLength } from '#app/domain/access/passwords/password-length.ts';
import * as m from '#app/messages/generated/messages.js';

export const chosenPassword = z.object({ fresh: newPassword, next: z.string().optional() });

export type ChosenPassword = z.input<typeof chosenPassword>;

const words: Record<string, () => string> = {
  missing: m.entrance_choose_missing,
  'too-short': () => m.entrance_new_password_too_short({ min: passwordLength.min }),
  'too-long': () => m.entrance_new_password_too_long({ max: passwordLength.max }),
};

export const wordChosen = (code: string) => (words[code] ?? m.entrance_choose_missing)();
