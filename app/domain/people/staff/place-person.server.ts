import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { inForceOn, nextChange } from '../history/in-force.ts';
import { dayBefore } from '../iso-date.ts';
import { termOn } from './employment.ts';
import { checkPlace } from './place-check-reads.server.ts';
import type { PersonPlace, PersonPlaceRefusal } from './placement.ts';

export type PlacePersonRefusal =
  'not-allowed' | 'unknown-person' | 'not-employed-then' | 'nothing-changed' | PersonPlaceRefusal;

/** From a day on, somebody works in another place, until the next move on record. A day that has one already gets the new one. */
export async function placePerson(
  tx: Tx,
  actor: Actor,
  input: PersonPlace & { personId: string; fromOn: string },
): Promise<{ ok: true } | Refused<PlacePersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { personId, fromOn, ...place } = input;
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { employments: true, placements: true },
  });
  if (!person) return { refused: 'unknown-person' };
  const term = termOn(person.employments, fromOn);
  if (!term) return { refused: 'not-employed-then' };
  const next = nextChange(person.placements, fromOn);
  const refused = await checkPlace(tx, { personId, ...place }, fromOn, next ? dayBefore(next) : term.leftOn);
  if (refused) return { refused };
  const held = inForceOn(person.placements, fromOn);
  if (held && samePlace(held, place)) return { refused: 'nothing-changed' };
  await tx.placement.upsert({
    where: { personId_fromOn: { personId, fromOn } },
    create: { id: ulid(), personId, fromOn, ...place },
    update: place,
  });
  const { departmentId, siteId, managerId } = place;
  await record(tx, actor, {
    name: 'person.placed',
    subject: { type: 'person', id: personId },
    facts: { departmentId, siteId, managerId, fromOn },
  });
  return { ok: true };
}

function samePlace(one: PersonPlace, other: PersonPlace): boolean {
  return (['departmentId', 'siteId', 'jobTitle', 'managerId'] as const).every(
    (field) => one[field] === other[field],
  );
}
