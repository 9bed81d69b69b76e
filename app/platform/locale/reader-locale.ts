/** The reader's own kind of the language they read in: `en-GB` for somebody whose browser asks for it. */
export function readerLocale(acceptLanguage: string | null, language: string): string {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';')[0]!.trim())
    .find((tag) => tag === language || tag.startsWith(`${language}-`));
  try {
    return Intl.getCanonicalLocales(wanted ?? language)[0] ?? language;
  } catch {
    return language;
  }
}
