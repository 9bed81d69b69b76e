import { rolesOf } from '#app/domain/access/roles-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import type { PersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { notFound, requireRole } from '../../guards.server.ts';

/** Somebody whose ways to sign in HR may mend, and who does it. */
export async function requireHelped(
  args: Guarded & { params: { person?: string } },
): Promise<{ actor: PersonActor; person: PersonCard }> {
  const actor = await requireRole(args, 'hr', 'admin');
  const person = await readPersonCard(reader, args.params.person ?? '');
  if (!person || !mayActFor(actor, await rolesOf(reader, person.id))) return notFound();
  return { actor, person };
}
