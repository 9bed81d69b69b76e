import * as m from '#app/messages/generated/messages.js';

type Labels = { good: string; bad: string; colleague: string };

/** The few words that a poster says of its own, in the languages that posters come in beside that of the screens. */
const inOtherLanguages: Record<string, () => Labels> = {
  pl: () => ({
    good: m.ui_poster_good_pl(),
    bad: m.ui_poster_bad_pl(),
    colleague: m.ui_poster_colleague_pl(),
  }),
  de: () => ({
    good: m.ui_poster_good_de(),
    bad: m.ui_poster_bad_de(),
    colleague: m.ui_poster_colleague_de(),
  }),
  fr: () => ({
    good: m.ui_poster_good_fr(),
    bad: m.ui_poster_bad_fr(),
    colleague: m.ui_poster_colleague_fr(),
  }),
  es: () => ({
    good: m.ui_poster_good_es(),
    bad: m.ui_poster_bad_es(),
    colleague: m.ui_poster_colleague_es(),
  }),
};

/** `colleague` stands for somebody whose name is not known any more. */
export function posterLabels(language: string): Labels {
  const own = inOtherLanguages[language.split('-', 1)[0]!];
  return own?.() ?? { good: m.ui_case_good(), bad: m.ui_case_bad(), colleague: m.ui_poster_colleague() };
}
