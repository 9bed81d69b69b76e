import type { SelectOption } from '#app/ui/form/select.tsx';

/** What people are likely to read; somebody's own language is in the list whatever it is. */
const usual =
  'ar bg ca cs da de el en es et fi fr ga he hi hr hu is it ja ko lt lv mt nb nl pl pt ro ru sk sl sr sv tr uk vi zh';

export function languageOptions(own: string, locale: string): SelectOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return [...new Set([own, ...usual.split(' ')])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
