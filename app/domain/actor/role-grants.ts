import type { Actor, PersonActor, Role } from './actor.ts';
import { actorId, hasRole, roles } from './actor.ts';

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

/** The roles whose holders may give this one. */
export function giversOf(role: Role): Role[] {
  return roles.filter((giver) => mayGive[giver].includes(role));
}

export function mayEditCompany(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'admin');
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

/** Whom a slip would be for. */
type SlipBearer = { id: string; departmentId: string | null; roles: Role[]; headOf: string[] };

/**
 * A slip lets its bearer choose the password, and so lets whoever holds it be them. A head prints one for people of
 * their own departments who could see no more than the head does. Nobody prints one for themselves.
 */
export function mayGiveSlip(actor: Actor, bearer: SlipBearer): boolean {
  if (actorId(actor) === bearer.id) return false;
  if (mayActFor(actor, bearer.roles)) return true;
  if (actor.kind !== 'person' || bearer.roles.length > 0 || bearer.departmentId === null) return false;
  return [bearer.departmentId, ...bearer.headOf].every((id) => actor.headOf.includes(id));
}

/** A certificate follows from what somebody completed: by themselves, or later by the program. */
export function mayIssueCertificate(actor: Actor, holderId: string): boolean {
  return actor.kind === 'system' || actor.id === holderId;
}

/** Whether one may revoke a certificate, and take the name off those of somebody who has left. */
export function mayKeepCertificates(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'hr') || hasRole(actor, 'admin');
}

/** Whether one may publish what people read on the wall, in the newsletter and in talks, and withdraw it. */
export function mayPublish(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'editor');
}

/** Whether one may look after the installation itself: its backups, its audit trail. */
export function mayKeepSafe(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'admin');
}

/** Whether one may give somebody a further try: their head, one above or a deputy, or HR. Nobody gives themselves one. */
export function mayGrantTry(
  actor: PersonActor,
  learner: { id: string; departmentId: string | null },
): boolean {
  if (actor.id === learner.id) return false;
  return (
    hasRole(actor, 'hr') || (learner.departmentId !== null && actor.headOf.includes(learner.departmentId))
  );
}

/** Each week's sheets are laid out, and what was told of them is closed, by the clock alone. */
export function mayPlanHuddles(actor: Actor): boolean {
  return actor.kind === 'system';
}

/** That somebody took part in a talk is their head's word; what follows from it is written by the program alone. */
export function mayCompleteByTalk(actor: Actor): boolean {
  return actor.kind === 'system';
}

/** Whether one may plan and hold the talks of a department, say who took part, and keep what is agreed: its head, one above or a deputy. */
export function mayLeadTalks(actor: Actor, departmentId: string): boolean {
  return actor.kind === 'system' || actor.headOf.includes(departmentId);
}

/** Whether one may read every plan for a talk; who is named to lead one reads that one. */
export function mayReadPlans(actor: PersonActor): boolean {
  return actor.headOf.length > 0 || hasRole(actor, 'editor');
}

/** Whether one may send what is published to the people: the newsletter. */
export function maySendMailings(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'editor');
}
