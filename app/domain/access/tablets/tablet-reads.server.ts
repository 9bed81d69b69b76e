import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { withBelow } from '#app/domain/people/department.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { normaliseSignInName } from '#app/domain/people/person.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { tokenHash } from '../tokens/token-hash.ts';
import type { OpenTablet } from './tablet.ts';
import type { TabletPerson } from './tablet-people.sql.server.ts';
import { listTabletPeople } from './tablet-people.sql.server.ts';

/** The device that a cookie's token stands for; null for one that was revoked, or never was. */
export async function tabletByToken(db: Reader | Tx, token: string): Promise<OpenTablet | null> {
  const found = await db.tablet.findFirst({
    where: { tokenHash: tokenHash(token), revokedAt: null },
    select: { id: true, name: true, departmentId: true, department: { select: { name: true } } },
  });
  return found && { ...found, department: found.department.name };
}

/** Those of its department and of those below who work there today and have a PIN, by name. */
export async function peopleOfTablet(db: Reader | Tx, tablet: OpenTablet): Promise<TabletPerson[]> {
  const departmentIds = withBelow(await readDepartments(db), tablet.departmentId);
  return listTabletPeople(db, departmentIds, await companyToday(db));
}

/** One of them by id or by employee number; null for everybody else. */
export async function personOfTablet(
  db: Reader | Tx,
  tablet: OpenTablet,
  wanted: { personId: string } | { employeeNumber: string },
): Promise<TabletPerson | null> {
  const people = await peopleOfTablet(db, tablet);
  const isWanted =
    'personId' in wanted
      ? ({ id }: TabletPerson) => id === wanted.personId
      : ({ employeeNumber }: TabletPerson) =>
          employeeNumber !== null && employeeNumber === normaliseSignInName(wanted.employeeNumber);
  return people.find(isWanted) ?? null;
}

export type TabletRow = {
  id: string;
  name: string;
  department: string;
  createdAt: Date;
  /** Who set it up; null where nobody knows any more. */
  by: string | null;
};

/** Those that were not revoked, the newest first. */
export async function readTablets(db: Reader | Tx): Promise<TabletRow[]> {
  const found = await db.tablet.findMany({
    where: { revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      name: true,
      createdAt: true,
      createdById: true,
      department: { select: { name: true } },
    },
  });
  const setters = await db.person.findMany({
    where: { id: { in: found.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(setters.map(({ id, name }) => [id, name]));
  return found.map(({ createdById, department, ...tablet }) => ({
    ...tablet,
    department: department.name,
    by: (createdById && names.get(createdById)) || null,
  }));
}

/** For a page about one: null once it was revoked. */
export async function readTablet(
  db: Reader | Tx,
  tabletId: string,
): Promise<{ name: string; department: string } | null> {
  const found = await db.tablet.findFirst({
    where: { id: tabletId, revokedAt: null },
    select: { name: true, department: { select: { name: true } } },
  });
  return found && { name: found.name, department: found.department.name };
}
