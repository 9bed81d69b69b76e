import type { Department } from '#app/domain/people/department.ts';

/**
 * The departments whose people come to a huddle: its own, and those below that have none of their own that week and no
 * nearer one above them.
 */
export function coveredBy(
  departments: readonly Pick<Department, 'id' | 'parentId'>[],
  withHuddle: ReadonlySet<string>,
  departmentId: string,
): string[] {
  const below = departments.filter(({ id, parentId }) => parentId === departmentId && !withHuddle.has(id));
  return [departmentId, ...below.flatMap(({ id }) => coveredBy(departments, withHuddle, id))];
}
