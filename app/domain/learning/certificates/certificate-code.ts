import { randomInt } from 'node:crypto';

/** Nothing that is taken for something else when it is read from paper, and no vowel to make a word with. */
const letters = '23456789BCDFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 4;

/** Sixteen letters of 28: nobody comes upon one by trying. `K7QF-2MXD-9RTV-HW3C`. */
export function makeCertificateCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code that somebody typed or followed, in its one form: small letters, blanks and strokes do not matter. */
export function readCertificateCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '');
  if (bare.length !== groups * groupLength || [...bare].some((letter) => !letters.includes(letter)))
    return null;
  return bare.match(/.{4}/g)!.join('-');
}
