import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { companyToday } from '../company-reads.server.ts';
import type { Department } from '../department.ts';
import { withBelow } from '../department.ts';
import type { PeopleFilters, PersonRow } from './people-list.ts';
import { peoplePageSize, searchWords } from './people-list.ts';
import { countEmployed, countListed, listPeople } from './people-list.sql.server.ts';

export type PeoplePage = { rows: PersonRow[]; total: number; page: number };

/** A page of the people, by name. A page beyond the last one is the last one. `departments` are those of the day. */
export async function readPeople(
  db: Reader | Tx,
  filters: PeopleFilters,
  departments: Department[],
): Promise<PeoplePage> {
  const today = await companyToday(db);
  const { department } = filters;
  const departmentIds = departments.some(({ id }) => id === department)
    ? withBelow(departments, department)
    : null;
  const day = filters.on || today;
  const words = searchWords(filters.q);
  const wanted = { words, departmentIds, who: filters.who, day, isPast: day < today };
  const total = await countListed(db, wanted);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / peoplePageSize)));
  const listed = await listPeople(db, wanted, peoplePageSize, (page - 1) * peoplePageSize);
  const rows = listed.map(({ hiredOn, leftOn, roles, ...person }) => ({
    ...person,
    startsOn: hiredOn && hiredOn > day ? hiredOn : null,
    leftOn: hiredOn ? null : leftOn,
    roles: roles?.split(',') ?? [],
  }));
  return { rows, total, page };
}

/** How many work here today. */
export async function countPeopleToday(db: Reader | Tx): Promise<number> {
  return countEmployed(db, await companyToday(db));
}
