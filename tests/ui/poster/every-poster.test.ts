import { expect, test } from 'vitest';
import { renderSvgUnless } from '#app/platform/typst/typeset.server.ts';
import { posterSheet } from '#app/ui/print/poster/poster-sheet.server.ts';
import { posterSizes } from '#app/ui/print/poster/poster-size.ts';
import { posterTemplates } from '#app/ui/print/poster/poster-words.ts';
import { posterOf, posterVoices } from '../../support/poster-words.ts';
import { differenceFromKept, keptSizes } from './references.ts';

const tolerance = 1.5;
const pairs = posterTemplates.flatMap((template) => posterVoices.map((voice) => [template, voice] as const));

// Every size, every template, every kind of words. Renew the pictures: RENEW_POSTERS=1 npx vitest run tests/ui/poster
test.each(pairs)('%s, %s: fits every size and looks as it did', async (template, voice) => {
  const words = posterOf(template, voice);
  for (const size of posterSizes) {
    const name = `${size.format}-${size.way}`;
    const { made, told } = renderSvgUnless('misfit', posterSheet(words, { size }));
    expect(told, name).toBeNull();
    // Letters are outlines: nothing is left to the fonts of a machine.
    expect(made, name).toMatch(/^<svg(?![\s\S]*<text)[\s\S]*<\/svg>/);
    if (keptSizes[voice] !== name) continue;
    expect(await differenceFromKept(`${template}_${voice}_${name}`, made!), name).toBeLessThan(tolerance);
  }
});
