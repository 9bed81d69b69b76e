/** What a person may do beyond learning. A head of department is one by their department, not by a role. */
export const roles = ['editor', 'hr', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Somebody who is signed in, with all that decides what they may see. Read once a request. */
export type PersonActor = {
  kind: 'person';
  id: string;
  name: string;
  language: string;
  roles: Role[];
  departmentId: string | null;
  /** The department's, or that of the nearest one above that has one. */
  function: string | null;
  /** Departments they head, with all below. Empty for most. */
  headOf: string[];
  siteTimeZone: string;
  mustChangePassword: boolean;
};

/** The program itself: content from files, the clock, the first run. */
export type SystemActor = { kind: 'system' };

export type Actor = PersonActor | SystemActor;

export const system: SystemActor = { kind: 'system' };

export function actorId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === 'person' && actor.roles.includes(role);
}

export function headsPeople(actor: PersonActor): boolean {
  return actor.headOf.length > 0;
}
