import { lettersLacking } from '#app/platform/typst/fonts.server.ts';
import type { PosterLack, PosterPart, PosterWords } from './poster-words.ts';

type Said = [part: PosterPart, text: string | null | undefined, at?: number];

function saidOn(words: PosterWords): Said[] {
  const { quote, thanks, qr, company } = words;
  return [
    ...words.headlines.map(({ text }, at): Said => ['headline', text, at]),
    ...words.lines.map(({ text }, at): Said => ['line', text, at]),
    ['attribution', words.attribution],
    ['bad', words.bad],
    ['good', words.good],
    ['number', words.number],
    ['quote', quote?.text],
    ['by', quote?.by],
    ['to', thanks?.to],
    ['thanks', thanks?.text],
    ...words.steps.map((text, at): Said => ['step', text, at]),
    ['ask', words.ask],
    ['qr-says', words.qrSays],
    ['address', qr?.shown],
    ['company', company.logo ? null : company.name],
  ];
}

/** What stands on a poster in letters that we have no typeface for: nothing is borrowed of the machine that prints. */
export function lacksOf(words: PosterWords): PosterLack[] {
  return saidOn(words)
    .map(([part, text, at = 0]) => ({ part, at, letters: lettersLacking(text ?? '') }))
    .filter(({ letters }) => letters.length > 0);
}
