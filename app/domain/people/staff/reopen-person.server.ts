import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor, mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { byHiring } from './employment.ts';
import { heldRoles } from './held-roles-reads.server.ts';
import { checkPlace } from './place-check-reads.server.ts';
import type { PersonPlace, PersonPlaceRefusal } from './placement.ts';

export type ReopenPersonRefusal =
  'not-allowed' | 'not-for-their-roles' | 'unknown-person' | 'yourself' | 'overlaps' | PersonPlaceRefusal;

/** Somebody who has left, or will have, works here again from a day on. Their roles and their history are theirs again. */
export async function reopenPerson(
  tx: Tx,
  actor: Actor,
  input: PersonPlace & { personId: string; hiredOn: string },
): Promise<{ ok: true } | Refused<ReopenPersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { personId, hiredOn, ...place } = input;
  if (actorId(actor) === personId) return { refused: 'yourself' };
  const terms = await tx.employment.findMany({ where: { personId } });
  const last = byHiring(terms).at(-1);
  if (!last) return { refused: 'unknown-person' };
  if (!mayActFor(actor, await heldRoles(tx, personId))) return { refused: 'not-for-their-roles' };
  if (last.leftOn === null || hiredOn <= last.leftOn) return { refused: 'overlaps' };
  const refused = await checkPlace(tx, { personId, ...place }, hiredOn, null);
  if (refused) return { refused };
  await tx.employment.create({ data: { id: ulid(), personId, hiredOn } });
  await tx.placement.create({ data: { id: ulid(), personId, fromOn: hiredOn, ...place } });
  const { departmentId, siteId } = place;
  await record(tx, actor, {
    name: 'person.reopened',
    subject: { type: 'person', id: personId },
    facts: { departmentId, siteId, hiredOn },
  });
  return { ok: true };
}
