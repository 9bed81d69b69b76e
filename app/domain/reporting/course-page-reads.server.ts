import { withBelow } from '#app/domain/people/department.ts';
import { editionFor } from '#app/domain/publishing/library.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { StateCounts } from './completions-report.ts';
import { noCounts } from './completions-report.ts';
import { addUp } from './completions-report-reads.server.ts';
import type { DepartmentCount } from './department-counts.ts';
import { countBelow } from './department-counts.ts';
import { meantPairs } from './meant-for.ts';
import { readReportDay } from './standing/day-reads.server.ts';
import { makePlan } from './standing/plan.ts';
import { scanPeople } from './standing/scan.ts';

export type CoursePage = {
  /** Of those who work here and for whom it is meant, in the department asked for and below. */
  counts: StateCounts;
  modules: { documentId: string; title: string; counts: StateCounts }[];
  departments: DepartmentCount[];
};

/** How many stand where in one course and in each of its modules; null where there is none. */
export async function readCoursePage(
  db: Reader,
  { slug, department }: { slug: string; department: string },
): Promise<CoursePage | null> {
  const { roster, end, library, departments, changes } = await readReportDay(db, '');
  const course = library.courses.find((candidate) => candidate.slug === slug);
  if (!course) return null;
  const within = departments.some(({ id }) => id === department) ? withBelow(departments, department) : null;
  const pairs = meantPairs(library.courses, departments, { within, only: course.documentId });
  const moduleIds = course.modules.map(({ documentId }) => documentId);
  const asked = [
    { courseId: course.documentId, moduleIds },
    ...moduleIds.map((id) => ({ courseId: id, moduleIds: [id] })),
  ];
  const all = pairs.flatMap((pair) => asked.map(({ courseId }) => ({ ...pair, courseId })));
  const plan = makePlan(asked, changes, roster);
  const counts = scanPeople({ roster, plan, end, pairs: all, words: [], searchIn: 'everything' });
  const countsOf = (id: string, ofDepartment?: number) =>
    addUp(counts, [plan.indexes.get(id)!], ofDepartment);
  return {
    counts: countsOf(course.documentId),
    modules: course.modules.map((module) => ({
      documentId: module.documentId,
      title: editionFor(module, '').title,
      counts: countsOf(module.documentId),
    })),
    departments: countBelow(departments, department, (id) => {
      const number = roster.departments.find(id);
      return number === undefined ? noCounts : countsOf(course.documentId, number);
    }),
  };
}
