/** A path on this site, whatever was asked for: nothing that a browser would read as another site. */
export function safePath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  try {
    const url = new URL(wanted, 'http://here.invalid');
    // What `.` and `..` leave behind may begin with two slashes, though what was asked for did not.
    const stays = url.host === 'here.invalid' && !url.pathname.startsWith('//');
    return stays ? url.pathname + url.search + url.hash : otherwise;
  } catch {
    return otherwise;
  }
}
