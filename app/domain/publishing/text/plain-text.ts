/** Two texts that look the same are the same. */
export function settled(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A word has a letter or a digit in it. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Cut for a message. */
export function shown(text: string): string {
  const one = [...settled(text).replace(forbiddenCharacter, '?')];
  return one.length > 60 ? `${one.slice(0, 60).join('')}…` : one.join('');
}

// oxlint-disable-next-line no-control-regex
export const controlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)/;

export const bidiCharacter = /[\u202a-\u202e\u2066-\u2069]/;

// oxlint-disable-next-line no-control-regex
const forbiddenCharacter = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
