const hostShape = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/**
 * The address of a request under our own name, or null for what names no page: `*`, another site's whole address,
 * a host that is none. A path that begins with two slashes stays a path.
 */
export function ownAddress(target: string, host: string | undefined, https: boolean): URL | null {
  const ownHost = host ?? 'localhost';
  if (!target.startsWith('/') || !hostShape.test(ownHost)) return null;
  try {
    return new URL(`${https ? 'https' : 'http'}://${ownHost}${target}`);
  } catch {
    return null;
  }
}
