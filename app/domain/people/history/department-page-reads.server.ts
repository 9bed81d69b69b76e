import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { termOn } from '../staff/employment.ts';
import { inForceOn } from './in-force.ts';
import type { DepartmentEntry } from './department-history.ts';
import { departmentHistory } from './department-history.ts';
import { nameOn } from './person-history.ts';

export type Deputyship = {
  id: string;
  departmentId: string;
  personId: string;
  name: string;
  fromOn: string;
  untilOn: string;
};

export type DepartmentPage = {
  id: string;
  name: string;
  function: string | null;
  closed: boolean;
  /** From when it is no more, where that is still to come. */
  closesOn: string | null;
  parent: { id: string; name: string } | null;
  /** None while nobody is, or whoever is has left. */
  head: { id: string; name: string } | null;
  /** Running and planned, of people who work here while they last. */
  deputies: Deputyship[];
  history: DepartmentEntry[];
  today: string;
};

const called = { select: { id: true, name: true } };

/** Everything about one department that HR keeps; null where there is none. */
export async function readDepartmentPage(
  db: Reader | Tx,
  departmentId: string,
): Promise<DepartmentPage | null> {
  const department = await db.department.findUnique({
    where: { id: departmentId },
    include: {
      terms: true,
      placements: {
        include: {
          parent: { select: { id: true, name: true, terms: { select: { fromOn: true, name: true } } } },
          head: { select: { id: true, name: true, employments: true } },
        },
      },
      deputies: { include: { person: { select: { name: true, employments: true } } } },
    },
  });
  if (!department) return null;
  const today = await companyToday(db);
  const { id, name, function: functionId, terms, placements, deputies } = department;
  const held = inForceOn(placements, today);
  const head = held?.head && termOn(held.head.employments, today) ? held.head : null;
  return {
    id,
    name,
    function: functionId,
    today,
    closed: held?.closed ?? false,
    closesOn: placements.find((row) => row.closed && row.fromOn > today)?.fromOn ?? null,
    parent: held?.parent ? { id: held.parent.id, name: held.parent.name } : null,
    head: head && { id: head.id, name: head.name },
    deputies: deputies
      .filter(({ fromOn, untilOn, person }) => {
        const day = fromOn > today ? fromOn : today;
        return untilOn >= today && termOn(person.employments, day) !== undefined;
      })
      .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
      .map((deputy) => deputyFrom(deputy, deputy.person.name)),
    history: departmentHistory({
      name,
      terms,
      placements: placements.map(({ fromOn, parent, head: headThen, closed }) => ({
        fromOn,
        closed,
        parent: parent && nameOn(parent.terms, fromOn, parent.name),
        head: headThen?.name ?? null,
      })),
      deputyships: deputies.map(({ fromOn, untilOn, person }) => ({ fromOn, untilOn, deputy: person.name })),
    }),
  };
}

function deputyFrom(row: Omit<Deputyship, 'name'>, name: string): Deputyship {
  const { id, departmentId, personId, fromOn, untilOn } = row;
  return { id, departmentId, personId, name, fromOn, untilOn };
}

/** A time as deputy in a department; null where it is another department's, or none. */
export async function readDeputyship(
  db: Reader | Tx,
  departmentId: string,
  deputyshipId: string,
): Promise<Deputyship | null> {
  const found = await db.deputyship.findFirst({
    where: { id: deputyshipId, departmentId },
    include: { person: called },
  });
  return found && deputyFrom(found, found.person.name);
}
