import type { Role } from '#app/domain/actor/actor.ts';

/** `tablet`: on a device that a department shares, for learning alone and never for long. */
export type SessionKind = 'own' | 'tablet';

/** In minutes. */
export type SessionLifetime = { idle: number; absolute: number };

const hour = 60;
const day = 24 * hour;

/** How long a sign-in lasts: without a request, and at most. Short where much can be seen or done. */
export function sessionLifetime(kind: SessionKind, roles: Role[]): SessionLifetime {
  if (kind === 'tablet') return { idle: 2, absolute: 4 * hour };
  if (roles.includes('hr') || roles.includes('admin')) return { idle: 2 * hour, absolute: 12 * hour };
  return { idle: 7 * day, absolute: 30 * day };
}
