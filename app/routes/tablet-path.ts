/** Where a shared device shows its names. Whoever's page it was comes back to it by signing in again. */
export function tabletPath(next: string, personId?: string): string {
  if (next === '/') return '/tablet';
  return `/tablet?${new URLSearchParams({ next, ...(personId && { of: personId }) })}`;
}
