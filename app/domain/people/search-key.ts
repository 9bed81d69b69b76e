/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};

/** Folds case, accents and width, so that "Łukasz" is found by "lukasz". SQLite itself folds ASCII only. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[łđðøþßæœıħŧŋ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

export function searchKey(...texts: (string | null | undefined)[]): string {
  return texts
    .filter(Boolean)
    .map((text) => fold(text!))
    .join(' ');
}
