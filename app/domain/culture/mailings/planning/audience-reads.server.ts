import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { withBelow } from '#app/domain/people/department.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { AudienceCount, AudienceReader, DrawnAudience } from './audience.sql.server.ts';
import { countMembers, listReaders, listSamples } from './audience.sql.server.ts';
import type { Audience } from './mailing-plan.ts';

async function drawOut(db: Reader | Tx, asked: Audience): Promise<DrawnAudience> {
  const departments = await readDepartments(db);
  const heads = departments.flatMap(({ headId }) => headId ?? []);
  return {
    ...asked,
    departments: [...new Set(asked.departments.flatMap((id) => withBelow(departments, id)))],
    heads: asked.roles.includes('head') ? heads : null,
    roles: asked.roles.filter((role) => role !== 'head'),
  };
}

/** How many would get the mail today, and how many who are meant would not. */
export async function countAudience(db: Reader | Tx, asked: Audience): Promise<AudienceCount> {
  return countMembers(db, await drawOut(db, asked), await companyToday(db));
}

/** Everybody who gets the mail today. */
export async function readAudience(db: Reader | Tx, asked: Audience): Promise<AudienceReader[]> {
  return listReaders(db, await drawOut(db, asked), await companyToday(db));
}

export type Sample = { personId: string; person: string; departmentId: string; department: string };

/** One reader of each department, to see with their eyes what it would get; by the departments' names. */
export async function readSamples(db: Reader | Tx, asked: Audience): Promise<Sample[]> {
  const found = await listSamples(db, await drawOut(db, asked), await companyToday(db));
  const departments = await readDepartments(db);
  const people = await db.person.findMany({
    where: { id: { in: found.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return departments.flatMap(({ id, name }) => {
    const sample = found.find(({ departmentId }) => departmentId === id);
    const person = sample && names.get(sample.personId);
    return person ? [{ personId: sample.personId, person, departmentId: id, department: name }] : [];
  });
}
