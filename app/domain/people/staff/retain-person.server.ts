import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor, mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { inForceOrFirst } from '../history/in-force.ts';
import { laterDay } from '../iso-date.ts';
import { departmentStand } from '../departments/department-stand-reads.server.ts';
import { siteStand } from '../sites/site-stand-reads.server.ts';
import { openTerm, termAfter } from './employment.ts';
import { heldRoles } from './held-roles-reads.server.ts';

export type RetainPersonRefusal =
  | 'not-allowed'
  | 'not-for-their-roles'
  | 'unknown-person'
  | 'yourself'
  | 'not-leaving'
  | 'overlaps'
  | 'department-closed'
  | 'site-closed';

/** Takes back a last day that is not over yet: they stay, in the place they have. */
export async function retainPerson(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true } | Refused<RetainPersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { personId } = input;
  if (actorId(actor) === personId) return { refused: 'yourself' };
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { employments: true, placements: true },
  });
  if (!person) return { refused: 'unknown-person' };
  if (!mayActFor(actor, await heldRoles(tx, personId))) return { refused: 'not-for-their-roles' };
  const today = await companyToday(tx);
  const term = openTerm(person.employments, today);
  if (!term?.leftOn) return { refused: 'not-leaving' };
  if (termAfter(person.employments, term)) return { refused: 'overlaps' };
  const from = laterDay(today, term.hiredOn);
  const place = inForceOrFirst(person.placements, from);
  if (!place) return { refused: 'unknown-person' };
  const { departmentId, siteId } = place;
  if ((await departmentStand(tx, departmentId, from, null)) !== 'open') {
    return { refused: 'department-closed' };
  }
  if ((await siteStand(tx, siteId, from, null)) !== 'open') return { refused: 'site-closed' };
  await tx.employment.update({ where: { id: term.id }, data: { leftOn: null } });
  await record(tx, actor, {
    name: 'person.reopened',
    subject: { type: 'person', id: personId },
    facts: { departmentId, siteId, hiredOn: term.hiredOn },
  });
  return { ok: true };
}
