import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor, mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { dayAfter, laterDay } from '../iso-date.ts';
import { openTerm, termAfter } from './employment.ts';
import { heldRoles } from './held-roles-reads.server.ts';

export type ClosePersonRefusal =
  | 'not-allowed'
  | 'not-for-their-roles'
  | 'unknown-person'
  | 'yourself'
  | 'last-admin'
  | 'left-already'
  | 'before-hiring'
  | 'moved-since'
  | 'overlaps';

/** Somebody else works here on that day and after it, and can give every role. */
async function hasOtherAdmin(tx: Tx, personId: string, leftOn: string): Promise<boolean> {
  const today = await companyToday(tx);
  const after = laterDay(today, dayAfter(leftOn));
  const stays = { hiredOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gte: after } }] };
  const others = await tx.roleGrant.count({
    where: {
      role: 'admin',
      revokedAt: null,
      personId: { not: personId },
      person: { employments: { some: stays } },
    },
  });
  return others > 0;
}

/**
 * The last day of somebody who works here or is about to, both days inclusive. It may lie in the past or the future,
 * and be set anew until it is over. Moves that were planned for after it are taken back.
 */
export async function closePerson(
  tx: Tx,
  actor: Actor,
  input: { personId: string; leftOn: string },
): Promise<{ ok: true } | Refused<ClosePersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { personId, leftOn } = input;
  if (actorId(actor) === personId) return { refused: 'yourself' };
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { employments: true, placements: { where: { fromOn: { gt: leftOn } } } },
  });
  if (!person) return { refused: 'unknown-person' };
  const roles = await heldRoles(tx, personId);
  if (!mayActFor(actor, roles)) return { refused: 'not-for-their-roles' };
  const today = await companyToday(tx);
  const term = openTerm(person.employments, today);
  if (!term) return { refused: 'left-already' };
  if (leftOn < term.hiredOn) return { refused: 'before-hiring' };
  const next = termAfter(person.employments, term)?.hiredOn;
  if (next && leftOn >= next) return { refused: 'overlaps' };
  const later = person.placements.filter(({ fromOn }) => !next || fromOn < next);
  if (later.some(({ fromOn }) => fromOn <= today)) return { refused: 'moved-since' };
  if (roles.includes('admin') && !(await hasOtherAdmin(tx, personId, leftOn))) {
    return { refused: 'last-admin' };
  }
  await tx.employment.update({ where: { id: term.id }, data: { leftOn } });
  await tx.placement.deleteMany({ where: { id: { in: later.map(({ id }) => id) } } });
  await record(tx, actor, {
    name: 'person.closed',
    subject: { type: 'person', id: personId },
    facts: { leftOn },
  });
  return { ok: true };
}
