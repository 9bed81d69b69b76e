import { fold } from '#app/domain/people/search-key.ts';

/** A piece of a text, and whether it is what was looked for. */
export type Piece = { text: string; found: boolean };

const before = 60;
const longest = 180;

/** The first place where a text has one of the words, or null. */
export function snippetOf(text: string, terms: ReadonlySet<string>): Piece[] | null {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const first = words.find(([word]) => terms.has(fold(word)));
  if (!first) return null;
  const from = first.index <= before ? 0 : startOfWord(text, first.index - before);
  const to = text.length - from <= longest ? text.length : endOfWord(text, from + longest);
  const pieces: Piece[] = from > 0 ? [{ text: '… ', found: false }] : [];
  let at = from;
  for (const word of words) {
    const end = word.index + word[0].length;
    if (word.index < from || end > to || !terms.has(fold(word[0]))) continue;
    pieces.push({ text: text.slice(at, word.index), found: false }, { text: word[0], found: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to) + (to < text.length ? ' …' : ''), found: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** How a text begins: what stands for it where none of the words is in it. */
export function beginningOf(text: string): Piece[] {
  const to = text.length <= longest ? text.length : endOfWord(text, longest);
  return [{ text: text.slice(0, to) + (to < text.length ? ' …' : ''), found: false }];
}

function startOfWord(text: string, near: number): number {
  const space = text.indexOf(' ', near);
  return space === -1 ? near : space + 1;
}

function endOfWord(text: string, near: number): number {
  const space = text.lastIndexOf(' ', near);
  return space <= 0 ? near : space;
}
