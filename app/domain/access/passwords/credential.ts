import { z } from 'zod';
import { passwordLength } from './password-length.ts';

/** Length is what counts; nothing else is asked for. */
export const newPassword = z
  .string({ error: 'missing' })
  .min(passwordLength.min, 'too-short')
  .max(passwordLength.max, 'too-long');

/** Who vouches for a password: this program itself. */
export const passwordIssuer = 'everyhand';

declare const hashed: unique symbol;

/** Only `hashPassword` makes one, so no verb can store a password as it was typed. */
export type PasswordHash = string & { readonly [hashed]: true };
