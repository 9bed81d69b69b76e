import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { cast, castEmail } from './cast.ts';

export type CastPerson = {
  id: string;
  name: string;
  department: string;
  duty: 'learner' | 'head' | 'hr' | 'editor' | 'admin';
};

/** Those who sign in to the sample company by one click, in the order of the cast. */
export async function readCast(db: Reader | Tx): Promise<CastPerson[]> {
  const people = await db.person.findMany({
    where: { email: { in: cast.map(({ key }) => castEmail(key)) } },
    select: {
      id: true,
      name: true,
      email: true,
      placements: { orderBy: { fromOn: 'desc' }, take: 1, select: { departmentId: true } },
    },
  });
  const departments = await readDepartments(db);
  return cast.flatMap(({ key, role, isHead }): CastPerson[] => {
    const person = people.find(({ email }) => email === castEmail(key));
    if (!person) return [];
    const department = departments.find(({ id }) => id === person.placements[0]?.departmentId);
    const { id, name } = person;
    return [{ id, name, department: department?.name ?? '', duty: role ?? (isHead ? 'head' : 'learner') }];
  });
}
