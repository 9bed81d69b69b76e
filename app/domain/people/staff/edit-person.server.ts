import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor, mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { laterDay } from '../iso-date.ts';
import { fold, searchKey } from '../search-key.ts';
import { heldRoles } from './held-roles-reads.server.ts';
import type { PersonIdentity } from './placement.ts';

export type EditPersonRefusal =
  | 'not-allowed'
  | 'not-for-their-roles'
  | 'unknown-person'
  | 'no-way-to-sign-in'
  | 'email-taken'
  | 'number-taken';

type Name = { name: string; email: string | null; employeeNumber: string | null };

async function findClash(tx: Tx, personId: string, after: Name): Promise<EditPersonRefusal | null> {
  const { email, employeeNumber } = after;
  const others = { id: { not: personId } };
  if (!email && !employeeNumber) return 'no-way-to-sign-in';
  if (email && (await tx.person.count({ where: { email, ...others } })) > 0) return 'email-taken';
  const sameNumber = employeeNumber && (await tx.person.count({ where: { employeeNumber, ...others } }));
  return sameNumber ? 'number-taken' : null;
}

/** From today somebody has another name, address, number or language. How they were called stays on record. */
export async function editPerson(
  tx: Tx,
  actor: Actor,
  input: PersonIdentity & { personId: string },
): Promise<{ ok: true } | Refused<EditPersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const { personId, language } = input;
  const before = await tx.person.findUnique({
    where: { id: personId },
    select: { name: true, email: true, employeeNumber: true, language: true },
  });
  if (!before) return { refused: 'unknown-person' };
  const { name, email = null, employeeNumber = null } = input;
  const called = { name, email, employeeNumber };
  const after = { ...called, language };
  const fields = (['name', 'email', 'employeeNumber', 'language'] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return { ok: true };
  const signsInAnew = fields.includes('email') || fields.includes('employeeNumber');
  const theirs = actorId(actor) !== personId;
  if (signsInAnew && theirs && !mayActFor(actor, await heldRoles(tx, personId))) {
    return { refused: 'not-for-their-roles' };
  }
  const clash = await findClash(tx, personId, called);
  if (clash) return { refused: clash };
  await tx.person.update({
    where: { id: personId },
    data: { ...after, searchKey: searchKey(name, email, employeeNumber), sortKey: fold(name) },
  });
  await keepIdentity(tx, personId, called);
  if (fields.includes('email')) {
    // What was mailed to the old address opens nothing any more.
    const mailed = { personId, channel: 'mail', usedAt: null };
    await tx.token.updateMany({ where: mailed, data: { expiresAt: now() } });
  }
  await record(tx, actor, {
    name: 'person.edited',
    subject: { type: 'person', id: personId },
    facts: { fields },
  });
  return { ok: true };
}

async function keepIdentity(tx: Tx, personId: string, called: Name): Promise<void> {
  const newest = await tx.identity.findFirst({ where: { personId }, orderBy: { fromOn: 'desc' } });
  const { name, email, employeeNumber } = called;
  const same = newest?.name === name && newest.email === email && newest.employeeNumber === employeeNumber;
  if (same) return;
  // Of somebody who has yet to begin, the first row is corrected.
  const fromOn = laterDay(newest?.fromOn ?? '', await companyToday(tx));
  await tx.identity.upsert({
    where: { personId_fromOn: { personId, fromOn } },
    create: { id: ulid(), personId, fromOn, ...called },
    update: called,
  });
}
