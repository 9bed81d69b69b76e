import { withBelow } from '#app/domain/people/department.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { searchWords } from '#app/domain/people/directory/people-list.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { CompletionRow, CompletionsFilters, StateCounts } from './completions-report.ts';
import { completionsPageSize, courseStates, noCounts, sumOf } from './completions-report.ts';
import type { MeantScope, ReportRow, RowKey, StateCount } from './completions-report.sql.server.ts';
import { countStates, readRows } from './completions-report.sql.server.ts';
import { byTitle, meantPairs } from './meant-for.ts';

export type CompletionsPage = {
  rows: CompletionRow[];
  /** By state, over the whole filter but for the state it asks for. */
  counts: StateCounts;
  /** Over the whole filter. */
  total: number;
  page: number;
};

export type CourseCount = { courseId: string; slug: string; title: string; counts: StateCounts };

type Wanted = { scope: MeantScope; courses: Map<string, LibraryCourse> };

async function resolve(db: Reader | Tx, filters: CompletionsFilters): Promise<Wanted> {
  const [{ courses }, departments, today] = await Promise.all([
    readLibrary(db),
    readDepartments(db),
    companyToday(db),
  ]);
  const { department } = filters;
  const within = departments.some(({ id }) => id === department) ? withBelow(departments, department) : null;
  const only = courses.find(({ slug }) => slug === filters.course)?.documentId ?? null;
  const pairs = meantPairs(courses, departments, { within, only });
  return {
    scope: { pairs, today, words: searchWords(filters.q), searchIn: 'everything' },
    courses: new Map(courses.map((course) => [course.documentId, course])),
  };
}

export function addUp(counted: StateCount[], courseId?: string): StateCounts {
  const counts = { ...noCounts };
  for (const row of counted) {
    const state = courseStates[Number(row.state)];
    if (state && (courseId === undefined || row.courseId === courseId)) counts[state] += Number(row.people);
  }
  return counts;
}

function rowFrom(row: ReportRow, courses: Map<string, LibraryCourse>): CompletionRow {
  const course = courses.get(row.courseId);
  const { personId, name, employeeNumber, jobTitle, departmentId, department, site, courseId, completedOn } =
    row;
  return {
    personId,
    name,
    employeeNumber,
    jobTitle,
    departmentId,
    department,
    site,
    courseId,
    course: course?.title ?? '',
    state: courseStates[Number(row.state)] ?? 'not-started',
    modulesDone: Number(row.modulesDone),
    modulesTotal: course?.modules.length ?? 0,
    begunOn: row.begunAt ? dateIn(row.timeZone, new Date(row.begunAt)) : null,
    completedOn,
    editions: (row.editions?.split(',') ?? []).map(Number).toSorted((a, b) => a - b),
    sources: row.sources?.split(',').toSorted() ?? [],
  };
}

/** One page. A page beyond the last one is the last one. */
export async function readCompletions(
  db: Reader | Tx,
  filters: CompletionsFilters,
): Promise<CompletionsPage> {
  const { scope, courses } = await resolve(db, filters);
  const { state, sort, direction } = filters;
  const counts = addUp(await countStates(db, scope));
  const total = state ? counts[state] : sumOf(counts);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / completionsPageSize)));
  const offset = (page - 1) * completionsPageSize;
  const rows = await readRows(db, scope, { state, sort, direction, limit: completionsPageSize, offset });
  return { rows: rows.map((row) => rowFrom(row, courses)), counts, total, page };
}

const batch = 500;

/** Every row of the filter, by name, a batch at a time; between two batches others get their turn. */
export async function* eachCompletions(
  db: Reader | Tx,
  filters: CompletionsFilters,
): AsyncGenerator<CompletionRow[], void> {
  const { scope, courses } = await resolve(db, filters);
  let after: RowKey | null = null;
  for (;;) {
    const rows: ReportRow[] = await readRows(db, scope, {
      state: filters.state,
      sort: 'name',
      direction: 'asc',
      limit: batch,
      after,
    });
    if (rows.length > 0) yield rows.map((row) => rowFrom(row, courses));
    if (rows.length < batch) return;
    after = rows.at(-1) ?? null;
    await new Promise((done) => setImmediate(done));
  }
}

/** How each published course stands in the whole company. */
export async function countByCourse(db: Reader | Tx): Promise<CourseCount[]> {
  const [{ courses }, departments, today] = await Promise.all([
    readLibrary(db),
    readDepartments(db),
    companyToday(db),
  ]);
  const pairs = meantPairs(courses, departments);
  const counted = await countStates(db, { pairs, today, words: [], searchIn: 'everything' });
  return byTitle(courses).map(({ documentId, slug, title }) => ({
    courseId: documentId,
    slug,
    title,
    counts: addUp(counted, documentId),
  }));
}
