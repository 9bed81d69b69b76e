import type { Role } from '#app/domain/actor/actor.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import { laterDay } from '../iso-date.ts';
import type { Term } from '../staff/employment.ts';
import { byHiring, openTerm, termOn } from '../staff/employment.ts';
import { heldRoles } from '../staff/held-roles-reads.server.ts';
import { inForceOn, inForceOrFirst } from './in-force.ts';
import type { NamedPlace, PersonEntry } from './person-history.ts';
import { nameOn, personHistory } from './person-history.ts';

export type PersonPage = {
  id: string;
  name: string;
  email: string | null;
  employeeNumber: string | null;
  language: string;
  roles: Role[];
  /** The term they are in or are to begin; else the last one. */
  term: Term;
  stand: 'works-here' | 'starts' | 'left';
  /** Today's place, or the first of those who have yet to begin, or the last of those who have left. */
  place: (NamedPlace & { siteId: string; managerId: string | null }) | null;
  history: PersonEntry[];
  today: string;
};

const named = { select: { name: true, terms: { select: { fromOn: true, name: true } } } };

/** Everything about one person that HR keeps; null where there is none. */
export async function readPersonPage(db: Reader | Tx, personId: string): Promise<PersonPage | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    include: {
      employments: true,
      identities: true,
      placements: {
        include: { department: named, site: named, manager: { select: { id: true, name: true } } },
      },
      deputyships: { include: { department: named } },
    },
  });
  const terms = byHiring(person?.employments ?? []);
  const last = terms.at(-1);
  if (!person || !last) return null;
  const today = await companyToday(db);
  const term = openTerm(terms, today) ?? last;
  const places = person.placements.map(({ department, site, manager, ...place }) => ({
    ...place,
    department: nameOn(department.terms, place.fromOn, department.name),
    site: nameOn(site.terms, place.fromOn, site.name),
    manager: manager?.name ?? null,
    /** As they are called now. */
    now: { department: department.name, site: site.name },
  }));
  const place = inForceOrFirst(places, laterDay(today, term.hiredOn));
  const { id, name, email, employeeNumber, language } = person;
  const stand = termOn(terms, today) ? 'works-here' : term.hiredOn > today ? 'starts' : 'left';
  return {
    id,
    name,
    email,
    employeeNumber,
    language,
    term,
    stand,
    today,
    roles: await heldRoles(db, personId),
    place: place ? { ...place, ...place.now } : null,
    history: personHistory({
      terms,
      places,
      identities: person.identities,
      deputyships: person.deputyships.map(({ department, ...deputyship }) => ({
        ...deputyship,
        department: nameOn(department.terms, deputyship.fromOn, department.name),
      })),
      headships: await readHeadships(db, personId),
    }),
  };
}

async function readHeadships(db: Reader | Tx, personId: string) {
  const headed = { placements: { some: { headId: personId } } };
  const departments = await db.department.findMany({
    where: headed,
    include: { placements: true, terms: { select: { fromOn: true, name: true } } },
  });
  return departments.flatMap(({ name, terms, placements }) =>
    placements.map(({ departmentId, fromOn, headId }) => ({
      departmentId,
      fromOn,
      department: nameOn(terms, fromOn, name),
      isHead: headId === personId,
    })),
  );
}

/** How somebody was called on a day, and with what they signed in. */
export async function readIdentityOn(
  db: Reader | Tx,
  personId: string,
  day: string,
): Promise<{ name: string; email: string | null; employeeNumber: string | null } | null> {
  const identities = await db.identity.findMany({ where: { personId } });
  const found = inForceOrFirst(identities, day);
  if (!found) return null;
  const { name, email, employeeNumber } = found;
  return { name, email, employeeNumber };
}

/** Where somebody worked on a day, as it was called then; null when they did not work here. */
export async function readWorkplaceOn(
  db: Reader | Tx,
  personId: string,
  day: string,
): Promise<NamedPlace | null> {
  const terms = await db.employment.findMany({ where: { personId } });
  const places = await db.placement.findMany({
    where: { personId },
    include: { department: named, site: named, manager: { select: { name: true } } },
  });
  const place = inForceOn(places, day);
  if (!termOn(terms, day) || !place) return null;
  const { departmentId, department, site, jobTitle, manager } = place;
  return {
    departmentId,
    department: nameOn(department.terms, day, department.name),
    site: nameOn(site.terms, day, site.name),
    jobTitle,
    manager: manager?.name ?? null,
  };
}
