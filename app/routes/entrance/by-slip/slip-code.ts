import { z } from 'zod';
import * as m from '#app/messages/generated/messages.js';
import { signInName } from '../sign-in-name.ts';

export const slipCode = z.object({
  email: signInName,
  code: z.string({ error: 'missing' }).trim().min(1, 'missing').max(40, 'wrong'),
  next: z.string().optional(),
});

const missing: Record<string, () => string> = {
  email: m.entrance_sign_in_name_missing,
  code: m.entrance_code_missing,
};

/** Whatever does not fit is said in one way, so that nothing is learned of the name from it. */
export const wordCode = (minutes: number) => (code: string, field: string) => {
  if (code === 'too-many') return m.entrance_code_too_many({ count: minutes });
  return ((code === 'missing' ? missing[field] : undefined) ?? m.entrance_code_wrong)();
};
