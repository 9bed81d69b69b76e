/** A path on this site, whatever was asked for: nothing that a browser would read as another site. */
export function safePath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  try {
    const url = new URL(wanted, 'http://here.invalid');
    return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : otherwise;
  } catch {
    return otherwise;
  }
}
