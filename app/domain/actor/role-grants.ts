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
