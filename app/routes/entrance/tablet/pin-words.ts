import { z } from 'zod';
import { typedPin } from '#app/domain/access/pins/pin.ts';
import * as m from '#app/messages/generated/messages.js';

export const pinForm = z.object({ pin: typedPin, next: z.string().optional() }).strict();

export const numberForm = z
  .object({
    number: z.string({ error: 'missing-number' }).trim().min(1, 'missing-number').max(40, 'wrong-number'),
    pin: typedPin,
    next: z.string().optional(),
    of: z.string().max(40).optional(),
  })
  .strict();

const words: Record<string, () => string> = {
  missing: m.tablet_pin_missing,
  'not-six-digits': m.tablet_pin_not_six,
  wrong: m.tablet_pin_wrong,
  'too-many': m.tablet_pin_too_many,
  'missing-number': m.tablet_number_missing,
  'wrong-number': m.tablet_number_wrong,
};

export function wordPin(code: string): string {
  return (words[code] ?? m.tablet_pin_wrong)();
}
