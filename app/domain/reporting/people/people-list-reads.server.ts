import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { Department } from '#app/domain/people/department.ts';
import { withBelow } from '#app/domain/people/department.ts';
import type { PeopleFilters, PersonRow, WhoListed } from '#app/domain/people/directory/people-list.ts';
import { peoplePageSize, searchWords } from '#app/domain/people/directory/people-list.ts';
import { listPeople } from '#app/domain/people/directory/people-list.sql.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { PackedPerson, Roster } from '../roster/roster.ts';
import { dayNumber } from '../roster/pack-person.ts';
import { placeToShow } from '../roster/roster.ts';
import { readRoster } from '../roster/roster-reads.server.ts';

export type PeoplePage = { rows: PersonRow[]; total: number; page: number };

/** Of a day gone by, who began later is not in the list; of today they are about to. */
function isListed(
  { columns }: Roster,
  { termsFrom, termsTo }: PackedPerson,
  who: WhoListed,
  { day, isPast }: { day: number; isPast: boolean },
): boolean {
  const { hired, left } = columns.terms.columns;
  let isKnown = false;
  let isHere = false;
  for (let at = termsFrom; at < termsTo; at += 1) {
    if (isPast && hired[at]! > day) continue;
    isKnown = true;
    if (left[at] === 0 || left[at]! >= day) isHere = true;
  }
  if (who === 'working') return isHere;
  return isKnown && (who === 'all' || !isHere);
}

/** A page of the people, by name. A page beyond the last one is the last one. `departments` are those of the day. */
export async function readPeople(
  db: Reader,
  filters: PeopleFilters,
  departments: Department[],
): Promise<PeoplePage> {
  const today = await companyToday(db);
  const roster = await readRoster(db);
  const { department, who } = filters;
  const within = departments.some(({ id }) => id === department)
    ? new Set(withBelow(departments, department).map((id) => roster.departments.find(id)))
    : null;
  const day = filters.on || today;
  const isPast = day < today;
  const number = dayNumber(day);
  const words = searchWords(filters.q);
  const found = roster.people.filter((person) => {
    const { searchKey } = person;
    // Whoever has yet to begin stands where they will.
    const place = placeToShow(roster, person, number);
    if (place === -1 || !isListed(roster, person, who, { day: number, isPast })) return false;
    if (within && !within.has(roster.columns.places.columns.department[place])) return false;
    return words.every((word) => searchKey.includes(word));
  });
  const total = found.length;
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / peoplePageSize)));
  const ids = found.slice((page - 1) * peoplePageSize, page * peoplePageSize).map(({ id }) => id);
  const rows = (await listPeople(db, ids, { day, isPast })).map(({ hiredOn, leftOn, roles, ...person }) => ({
    ...person,
    startsOn: hiredOn && hiredOn > day ? hiredOn : null,
    leftOn: hiredOn ? null : leftOn,
    roles: roles?.split(',') ?? [],
  }));
  return { rows, total, page };
}
