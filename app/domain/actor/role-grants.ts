import type { Actor, Role } from './actor.ts';
import { hasRole } from './actor.ts';

/** Who may give which role. Nobody raises themselves: giving a role to oneself is refused whatever this says. */
const mayGive: Record<Role, Role[]> = {
  admin: ['editor', 'hr', 'admin'],
  hr: ['editor'],
  editor: [],
};

export function grantableRoles(actor: Actor): Role[] {
  if (actor.kind === 'system') return ['editor', 'hr', 'admin'];
  const granted = actor.roles.flatMap((role) => mayGive[role]);
  return [...new Set(granted)];
}

export function mayGrant(actor: Actor, role: Role): boolean {
  return grantableRoles(actor).includes(role);
}

export function mayKeepPeople(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'hr') || hasRole(actor, 'admin');
}

/**
 * Whether one may do for somebody what would let one sign in as them (their password, e-mail address, slip, second
 * factor), or shut them out: only with the power to give every role they hold.
 */
export function mayActFor(actor: Actor, theirRoles: Role[]): boolean {
  return mayKeepPeople(actor) && theirRoles.every((role) => mayGrant(actor, role));
}
