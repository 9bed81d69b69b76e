import * as m from '#app/messages/generated/messages.js';
import type { PosterFormat } from '../print/poster/poster-size.ts';

export const formatWords: Record<PosterFormat, () => string> = {
  a4: m.ui_poster_size_a4,
  a3: m.ui_poster_size_a3,
  letter: m.ui_poster_size_letter,
  tabloid: m.ui_poster_size_tabloid,
  banner: m.ui_poster_size_banner,
  'screen-wide': m.ui_poster_size_screen_wide,
  'screen-tall': m.ui_poster_size_screen_tall,
};

/** The two papers of a printer that holds this one, the small before the large; and of those that hold the other. */
export const papersLike = (paper: 'a4' | 'letter') =>
  paper === 'a4'
    ? ({ own: ['a4', 'a3'], other: ['letter', 'tabloid'] } as const)
    : ({ own: ['letter', 'tabloid'], other: ['a4', 'a3'] } as const);

/** Every size, those of the reader's own paper first. */
export function sizeChoices(paper: 'a4' | 'letter'): { value: PosterFormat; label: string }[] {
  const { own, other } = papersLike(paper);
  const all: PosterFormat[] = [...own, ...other, 'banner', 'screen-wide', 'screen-tall'];
  return all.map((value) => ({ value, label: formatWords[value]() }));
}
