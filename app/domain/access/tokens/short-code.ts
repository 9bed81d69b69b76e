import { createHmac, randomInt } from 'node:crypto';

/** Nothing that is taken for something else when it is read from paper, and no vowel to make a word with. */
const letters = '23456789BCDFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 3;

/** Made to be typed from paper: `K7M-P4Q-9XD`. */
export function makeShortCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/**
 * A code is short enough to be guessed from a plain hash, so the key that the database does not hold goes into it, and
 * the person, without whom it is worth nothing.
 */
export function shortCodeHash(key: Buffer, personId: string, typed: string): string {
  const code = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return createHmac('sha256', key).update(`${personId} ${code}`).digest('base64url');
}
