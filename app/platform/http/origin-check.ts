const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export type OriginClaim = {
  method: string;
  /** The `Origin` header. */
  origin: string | undefined;
  /** The `Sec-Fetch-Site` header. */
  fetchSite: string | undefined;
  /** Host and port that pages of ours are served under. */
  ownHost: string | undefined;
};

/**
 * Whether a request that may change something comes from a page of ours. One with neither header is no browser,
 * so nobody's cookies travel with it unasked.
 */
export function isOwnOrigin({ method, origin, fetchSite, ownHost }: OriginClaim): boolean {
  if (harmless.has(method)) return true;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin === undefined) return true;
  try {
    return ownHost !== undefined && new URL(origin).host === ownHost;
  } catch {
    return false;
  }
}
