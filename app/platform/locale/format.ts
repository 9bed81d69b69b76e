const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, kept);
  return kept;
}

/** A calendar date (`2026-03-12`) in words: `12 March 2026`. */
export function formatDay(isoDate: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));
}

/** The same, short, for tables: `12 Mar 2026`. */
export function formatShortDay(isoDate: string, locale: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(locale, options).format(new Date(`${isoDate}T00:00:00Z`));
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** `Polish`, as a language is called in another. */
export function languageName(language: string, locale: string): string {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  languageNames.set(locale, names);
  return names.of(language) ?? language;
}

/** `polski`, as whoever reads it calls it. */
export function ownLanguageName(language: string): string {
  return languageName(language, language);
}

/** A moment for whoever may be elsewhere when reading it: `12 March 2026 at 14:05 CET`. */
export function formatZonedMoment(at: Date, locale: string, timeZone: string): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return dateFormat(locale, { ...day, ...time, timeZone }).format(at);
}

/** `Thursday 12 March`, where the reader is. */
export function formatToday(at: Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);
}

/** The hour of the day, 0 to 23, where the reader is. */
export function hourIn(at: Date, timeZone: string): number {
  const options = { hour: 'numeric', hourCycle: 'h23', timeZone } as const;
  return Number(dateFormat('en', options).format(at));
}

/** A moment, where the reader is: `12 Mar 2026, 14:05`. */
export function formatMoment(at: Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** The time of day, where the reader is. */
export function formatTime(at: Date, locale: string, timeZone: string): string {
  return dateFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}

/** From when to when on one day, for whoever may be elsewhere: `Thursday, 12 March 2026 at 09:30 – 10:00 CET`. */
export function formatZonedSpan(from: Date, to: Date, locale: string, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return dateFormat(locale, { ...day, ...time, timeZone }).formatRange(from, to);
}

/** A month (`2026-03`), short: `Mar 26`, or without its year `Mar`. */
export function formatMonth(month: string, locale: string, withYear = true): string {
  const options = { month: 'short', year: withYear ? '2-digit' : undefined, timeZone: 'UTC' } as const;
  return dateFormat(locale, options).format(new Date(`${month}-01T00:00:00Z`));
}
