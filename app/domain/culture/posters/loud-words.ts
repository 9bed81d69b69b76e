import type { PosterLine, PosterText } from './poster.ts';

/** What one reads of a poster from across a room: for a mail, which cannot show the sheet. */
export function loudWords({ headlines, number, quote, bad, good, ask }: PosterText): PosterLine[] {
  const plain = [quote?.text, bad, good, ask].filter((text) => typeof text === 'string');
  return [
    ...(number === null ? [] : [{ text: number, language: null }]),
    ...headlines,
    ...plain.map((text) => ({ text, language: null })),
  ];
}
