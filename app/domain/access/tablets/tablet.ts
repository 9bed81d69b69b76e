import { z } from 'zod';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { personName } from '#app/domain/people/person.ts';

export const newTablet = z
  .object({
    /** Where it stands, so that a list of several can be told apart. */
    name: personName.pipe(z.string().max(60, 'too-long')),
    departmentId: z.string({ error: 'missing' }).min(1, 'missing').max(40, 'unknown-department'),
  })
  .strict();

export type NewTablet = z.infer<typeof newTablet>;

/** HR for every department; heads for those they head. */
export function mayKeepTablet(actor: Actor, departmentId: string): boolean {
  return mayKeepPeople(actor) || (actor.kind === 'person' && actor.headOf.includes(departmentId));
}

/** A device that was set up and not revoked. */
export type OpenTablet = { id: string; name: string; departmentId: string; department: string };
