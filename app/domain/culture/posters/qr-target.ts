/**
 * Where a poster's code leads, and how that is printed below it: without the scheme, and without a slash that says
 * nothing. A path is one of ours, below `origin`.
 */
export function qrTarget(written: unknown, origin: string): { url: string; shown: string } | null {
  if (typeof written !== 'string' || written === '') return null;
  const address = new URL(written, origin);
  const shown = address.href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return { url: address.href, shown: readable(shown) };
}

/** An address in letters where it is written in letters. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
