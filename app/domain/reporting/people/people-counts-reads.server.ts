import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartmentRows, type DepartmentRow } from '#app/domain/people/department-reads.server.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { dayNumber } from '../roster/pack-person.ts';
import { readRoster } from '../roster/roster-reads.server.ts';
import { workplacesOn } from '../standing/workplaces.ts';

/** How many work here today. */
export async function countPeopleToday(db: Reader): Promise<number> {
  const day = dayNumber(await companyToday(db));
  const { department } = workplacesOn(await readRoster(db), day);
  return department.reduce((sum, own) => sum + (own === -1 ? 0 : 1), 0);
}

/** The departments of a day, each with how many work there then, without those below. */
export async function countDepartments(db: Reader, on: string): Promise<DepartmentRow[]> {
  const roster = await readRoster(db);
  const counts = new Map<string, number>();
  for (const own of workplacesOn(roster, dayNumber(on)).department) {
    if (own === -1) continue;
    const id = roster.departments.ids[own]!;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return readDepartmentRows(db, on, counts);
}
