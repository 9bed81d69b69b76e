import { isMeantFor } from '#app/domain/learning/courses/audience.ts';
import type { Department } from '#app/domain/people/department.ts';
import { functionOf } from '#app/domain/people/department.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';

/** A course that the people of a department are meant to take. */
export type MeantPair = {
  courseId: string;
  departmentId: string;
  /** Of the course, among all by title. */
  place: number;
  moduleIds: string[];
};

export function byTitle(courses: LibraryCourse[]): LibraryCourse[] {
  return courses.toSorted((a, b) => a.title.localeCompare(b.title) || a.slug.localeCompare(b.slug));
}

/** Every such pair; `within` and `only` narrow it to some departments and one course. */
export function meantPairs(
  courses: LibraryCourse[],
  departments: Department[],
  { within, only }: { within?: string[] | null; only?: string | null } = {},
): MeantPair[] {
  const wanted = within ? new Set(within) : null;
  const functions = new Map(
    departments
      .filter(({ id }) => wanted === null || wanted.has(id))
      .map(({ id }) => [id, functionOf(departments, id)]),
  );
  return byTitle(courses).flatMap((course, place) => {
    if (only && course.documentId !== only) return [];
    const moduleIds = course.modules.map(({ documentId }) => documentId);
    return [...functions]
      .filter(([, functionId]) => isMeantFor(course, functionId))
      .map(([departmentId]) => ({ courseId: course.documentId, departmentId, place, moduleIds }));
  });
}
