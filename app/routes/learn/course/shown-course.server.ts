import type { CourseOutline } from '#app/domain/learning/courses/course-reads.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';

/** A course with its dates as the reader writes them. */
export function showCourse(course: CourseOutline, locale: string) {
  const day = (date: string | null) => date && formatShortDay(date, locale);
  return {
    ...course,
    completedOn: day(course.completedOn),
    modules: course.modules.map((module) => ({
      ...module,
      completedOn: day(module.completedOn),
      againFrom: day(module.againFrom),
    })),
  };
}
