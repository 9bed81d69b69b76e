import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import type { CheckedFront } from '../gate/check-front.ts';

/** A name such as `01-x.pl.mdx` promises a language, which the head of the document has to keep. */
export function checkLanguage(
  { front, placeOf }: Pick<CheckedFront<{ language: string }>, 'front' | 'placeOf'>,
  expected?: string,
): Finding[] {
  if (!front || !expected || front.language === expected) return [];
  return [finding(placeOf(['language']), 'language-disagrees', { expected, given: front.language })];
}
