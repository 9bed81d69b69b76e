import { z } from 'zod';
import { completionSources } from '#app/domain/learning/completions/completion-source.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import { pageNumber, searchText } from '#app/domain/people/directory/people-list.ts';

/** In the order in which somebody goes through them. `again`: completed, and changed since so that it is to be read again. */
export const courseStates = ['not-started', 'started', 'completed', 'again'] as const;
export type CourseState = (typeof courseStates)[number];

export const completionSorts = ['name', 'department', 'course', 'state', 'completed'] as const;
export type CompletionSort = (typeof completionSorts)[number];

export const completionsPageSize = 50;

/** What the address asks for. Whatever it says that is not understood counts as not said. */
export const completionsFilters = z
  .object({
    department: z.string().max(40).catch(''),
    /** The slug of a course. */
    course: z.string().max(120).catch(''),
    state: z.enum(['', ...courseStates]).catch(''),
    /** Only where something of the course was completed that way. */
    how: z.enum(['', ...completionSources]).catch(''),
    q: searchText,
    /** At the end of which day; now without one. */
    on: isoDate.or(z.literal('')).catch(''),
    sort: z.enum(completionSorts).catch('name'),
    direction: z.enum(['asc', 'desc']).catch('asc'),
    page: pageNumber,
  })
  .strict();

export type CompletionsFilters = z.infer<typeof completionsFilters>;

const unfiltered: CompletionsFilters = completionsFilters.parse({});

const names = Object.keys(unfiltered) as (keyof CompletionsFilters)[];

export function readCompletionsFilters(query: URLSearchParams): CompletionsFilters {
  return completionsFilters.parse(
    Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined])),
  );
}

/** The same as an address says it, without what goes without saying. Any change but that of the page begins at the first. */
export function completionsQuery(
  filters: CompletionsFilters,
  change: Partial<CompletionsFilters> = {},
): string {
  const wanted = { ...filters, page: 1, ...change };
  const said = names.filter((name) => wanted[name] !== unfiltered[name]);
  const query = new URLSearchParams(said.map((name) => [name, String(wanted[name])])).toString();
  return query && `?${query}`;
}

export function isFiltered({ department, course, state, how, q, on }: CompletionsFilters): boolean {
  return Boolean(department || course || state || how || q || on);
}

/** One person and one course that is meant for them. */
export type CompletionRow = {
  personId: string;
  name: string;
  employeeNumber: string | null;
  jobTitle: string;
  departmentId: string;
  department: string;
  site: string;
  courseId: string;
  course: string;
  state: CourseState;
  modulesDone: number;
  modulesTotal: number;
  /** Calendar dates at the person's site. */
  begunOn: string | null;
  completedOn: string | null;
  /** Numbers of the editions that were read, each once. */
  editions: number[];
  /** Of those editions. */
  languages: string[];
  sources: string[];
};

export type StateCounts = Record<CourseState, number>;

export const noCounts: StateCounts = { 'not-started': 0, started: 0, completed: 0, again: 0 };

export function sumOf(counts: StateCounts): number {
  return courseStates.reduce((sum, state) => sum + counts[state], 0);
}

export function plus(one: StateCounts, other: StateCounts): StateCounts {
  const sums = courseStates.map((state) => [state, one[state] + other[state]]);
  return Object.fromEntries(sums) as StateCounts;
}
