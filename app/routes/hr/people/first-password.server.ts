import { randomInt } from 'node:crypto';

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Made to be said on the phone and typed by somebody who hears it for the first time. */
export function suggestPassword(): string {
  const pick = (letters: string) => letters[randomInt(letters.length)]!;
  const word = () => Array.from({ length: 3 }, () => pick(consonants) + pick(vowels)).join('');
  return [word(), word(), word()].join('-');
}
