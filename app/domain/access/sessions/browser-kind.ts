/** The first that fits: most browsers claim to be others as well. */
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

const firstFit = (kinds: [RegExp, string][], text: string) =>
  kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/**
 * The kind of browser, such as `Firefox on Windows`, for its owner to know it by; no version, nothing that tells one
 * person from another. Null for what says neither.
 */
export function browserKind(userAgent: string | null): string | null {
  const browser = firstFit(browsers, userAgent ?? '');
  const system = firstFit(systems, userAgent ?? '');
  return browser && system ? `${browser} on ${system}` : (browser ?? system);
}
