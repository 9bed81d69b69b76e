import { z } from 'zod';
import { pageNumber, searchText } from '#app/domain/people/directory/people-list.ts';
import type { CourseState, StateCounts } from './completions-report.ts';

export const teamPageSize = 50;

export const teamFilters = z.object({ q: searchText, page: pageNumber }).strict();

export type TeamFilters = z.infer<typeof teamFilters>;

/** What a head sees of somebody: done or not, and when. Nothing else. */
export type TeamMember = {
  personId: string;
  name: string;
  department: string;
  courses: TeamCourse[];
};

export type TeamCourse = {
  courseId: string;
  title: string;
  state: CourseState;
  begunOn: string | null;
  completedOn: string | null;
};

export type TeamCount = { courseId: string; title: string; counts: StateCounts };
