import { ulid } from 'ulid';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from './company-reads.server.ts';
import { departmentStand } from './departments/department-stand-reads.server.ts';
import { laterDay } from './iso-date.ts';
import type { NewPerson } from './person.ts';
import { fold, searchKey } from './search-key.ts';
import { siteStand } from './sites/site-stand-reads.server.ts';

export type AddPersonRefusal =
  | 'not-allowed'
  | 'no-way-to-sign-in'
  | 'email-taken'
  | 'number-taken'
  | 'unknown-department'
  | 'unknown-site'
  | 'unknown-manager';

async function findClash(tx: Tx, input: NewPerson): Promise<AddPersonRefusal | null> {
  const { email, employeeNumber, departmentId, siteId, managerId } = input;
  if (!email && !employeeNumber) return 'no-way-to-sign-in';
  const one = { select: { id: true } };
  if (email && (await tx.person.findUnique({ where: { email }, ...one }))) return 'email-taken';
  if (employeeNumber && (await tx.person.findUnique({ where: { employeeNumber }, ...one })))
    return 'number-taken';
  const from = laterDay(input.hiredOn, await companyToday(tx));
  if ((await departmentStand(tx, departmentId, from, null)) !== 'open') return 'unknown-department';
  if ((await siteStand(tx, siteId, from, null)) !== 'open') return 'unknown-site';
  if (managerId && !(await tx.person.findUnique({ where: { id: managerId }, ...one })))
    return 'unknown-manager';
  return null;
}

/** Somebody who works here from `hiredOn`, in one department at one site. */
export async function addPerson(
  tx: Tx,
  actor: Actor,
  input: NewPerson,
): Promise<{ ok: true; personId: string } | Refused<AddPersonRefusal>> {
  if (!mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const clash = await findClash(tx, input);
  if (clash) return { refused: clash };
  const {
    name,
    email = null,
    employeeNumber = null,
    language,
    hiredOn,
    departmentId,
    siteId,
    jobTitle,
  } = input;
  const managerId = input.managerId ?? null;
  const id = ulid();
  await tx.person.create({
    data: {
      id,
      name,
      email,
      employeeNumber,
      language,
      searchKey: searchKey(name, email, employeeNumber),
      sortKey: fold(name),
      createdAt: now(),
    },
  });
  await tx.identity.create({
    data: { id: ulid(), personId: id, fromOn: hiredOn, name, email, employeeNumber },
  });
  await tx.employment.create({ data: { id: ulid(), personId: id, hiredOn } });
  await tx.placement.create({
    data: { id: ulid(), personId: id, fromOn: hiredOn, departmentId, siteId, managerId, jobTitle },
  });
  await record(tx, actor, {
    name: 'person.added',
    subject: { type: 'person', id },
    facts: { departmentId, siteId, hiredOn, managerId },
  });
  return { ok: true, personId: id };
}
