import { withBelow } from '#app/domain/people/department.ts';
import { facesOn } from '#app/domain/people/directory/face.sql.server.ts';
import { searchWords } from '#app/domain/people/directory/people-list.ts';
import type { LibraryCourse } from '#app/domain/publishing/library.ts';
import { localDates } from '#app/platform/clock/local-dates.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { CompletionRow, CompletionsFilters, CourseState, StateCounts } from './completions-report.ts';
import {
  completionsFilters,
  completionsPageSize,
  courseStates,
  noCounts,
  plus,
  sumOf,
} from './completions-report.ts';
import type { DepartmentCount } from './department-counts.ts';
import { countBelow } from './department-counts.ts';
import { byTitle, meantPairs } from './meant-for.ts';
import { dayText } from './roster/pack-person.ts';
import type { ReportDay } from './standing/day-reads.server.ts';
import { coursesOf, readReportDay } from './standing/day-reads.server.ts';
import { Lines } from './standing/lines.ts';
import { linesOfPage } from './standing/order-lines.ts';
import { makePlan } from './standing/plan.ts';
import { rowFacts } from './standing/row-facts.ts';
import type { Counts, Ground, Scan } from './standing/scan.ts';
import { groundOf, scanPeople } from './standing/scan.ts';

export type CompletionsPage = {
  rows: CompletionRow[];
  /** By state, over the whole filter but for the state it asks for. */
  counts: StateCounts;
  /** The same for the department that is asked for and those directly below it. */
  departments: DepartmentCount[];
  /** Those that were published on the day, by title. */
  courses: { slug: string; title: string }[];
  /** Over the whole filter. */
  total: number;
  page: number;
};

export type CourseCount = { courseId: string; slug: string; title: string; counts: StateCounts };

type Report = { at: ReportDay; scan: Scan; courses: LibraryCourse[] };

/** The courses stand in the order of the plan. */
async function resolve(db: Reader, filters: CompletionsFilters): Promise<Report> {
  const at = await readReportDay(db, filters.on);
  const { roster, end, departments } = at;
  const courses = byTitle(at.library.courses);
  const { department } = filters;
  const within = departments.some(({ id }) => id === department) ? withBelow(departments, department) : null;
  const only = courses.find(({ slug }) => slug === filters.course)?.documentId ?? null;
  const pairs = meantPairs(courses, departments, { within, only });
  const plan = makePlan(coursesOf(at), at.changes, roster);
  const words = searchWords(filters.q);
  const scan: Scan = { roster, plan, end, pairs, words, searchIn: 'everything', how: filters.how };
  return { at, scan, courses };
}

function stateNumber(state: CourseState | ''): number | 'all' {
  return state ? courseStates.indexOf(state) : 'all';
}

function asCounts(numbers: number[]): StateCounts {
  return Object.fromEntries(courseStates.map((state, index) => [state, numbers[index] ?? 0])) as StateCounts;
}

/** Of one course of the plan, or of all. */
export function addUp(counts: Counts, courses: number[], department?: number): StateCounts {
  const departments = department === undefined ? counts.departments() : [department];
  return departments
    .flatMap((one) => courses.map((course) => asCounts(counts.of(one, course))))
    .reduce(plus, noCounts);
}

/** Lines from one to, and without, another as people read them. */
async function tellLines(
  db: Reader,
  { at, scan, courses }: Report,
  lines: Lines,
  from: number,
  to: number,
  dates: (site: number) => (seconds: number) => string,
): Promise<CompletionRow[]> {
  const { roster, plan } = scan;
  const people = Array.from(lines.person.subarray(from, to), (index) => roster.people[index]!);
  const ids = [...new Set(people.map(({ id }) => id))];
  const faces = new Map((await facesOn(db, ids, at.day, at.isPast)).map((face) => [face.personId, face]));
  const rows: CompletionRow[] = [];
  for (const [index, person] of people.entries()) {
    const line = from + index;
    const planned = plan.courses[lines.course[line]!]!;
    const face = faces.get(person.id);
    // Gone since the others were read.
    if (!face) continue;
    const facts = rowFacts(person, planned, scan);
    const completedOn = lines.completedOn[line]!;
    // Field by field: of a file there are very many, and objects poured into one another are slow.
    rows.push({
      personId: person.id,
      name: face.name,
      employeeNumber: face.employeeNumber,
      jobTitle: face.jobTitle,
      departmentId: face.departmentId,
      department: face.department,
      site: face.site,
      courseId: planned.courseId,
      course: courses[planned.index]!.title,
      state: courseStates[lines.state[line]!]!,
      modulesDone: facts.modulesDone,
      modulesTotal: planned.moduleIds.length,
      begunOn: facts.begunAt === null ? null : dates(facts.site)(facts.begunAt),
      completedOn: completedOn === 0 ? null : dayText(completedOn),
      editions: facts.editions,
      languages: facts.languages,
      sources: facts.sources,
    });
  }
  return rows;
}

/** Each site's calendar, made when it is first needed. */
function siteDates(timeZones: string[]): (site: number) => (seconds: number) => string {
  const known: ((seconds: number) => string)[] = [];
  return (site) => (known[site] ??= localDates(timeZones[site]!));
}

function departmentPlaces({ at, scan }: Report): number[] {
  const places: number[] = [];
  for (const [place, { id }] of at.departments.entries()) {
    const number = scan.roster.departments.find(id);
    if (number !== undefined) places[number] = place;
  }
  return places;
}

/** Room for the lines of a page, which are done with before anybody else has a turn. */
const room = new Lines(64);

/** One page. A page beyond the last one is the last one. */
export async function readCompletions(db: Reader, filters: CompletionsFilters): Promise<CompletionsPage> {
  const report = await resolve(db, filters);
  const { at, scan } = report;
  const state = stateNumber(filters.state);
  room.length = 0;
  const found = scanPeople(scan, { state, lines: room });
  const all = scan.plan.courses.map(({ index }) => index);
  const counts = addUp(found, all);
  const total = filters.state ? counts[filters.state] : sumOf(counts);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / completionsPageSize)));
  const from = (page - 1) * completionsPageSize;
  const { sort, direction } = filters;
  const order = { sort, direction, departmentPlaces: departmentPlaces(report) };
  const shown = room.pick(linesOfPage(room, order, { from, size: completionsPageSize }));
  const ofDepartment = (id: string) => {
    const number = scan.roster.departments.find(id);
    return number === undefined ? noCounts : addUp(found, all, number);
  };
  return {
    rows: await tellLines(db, report, shown, 0, shown.length, siteDates(scan.roster.timeZones)),
    counts,
    courses: report.courses.map(({ slug, title }) => ({ slug, title })),
    departments: countBelow(at.departments, filters.department, ofDepartment),
    total,
    page,
  };
}

const batch = 500;
const peopleAtOnce = 50;

/** As it is now, whatever is read while a file is on its way. */
function frozen(ground: Ground): Ground {
  const { courses, states, completedOn } = ground.stands;
  return { ...ground, stands: { courses, states: states.slice(), completedOn: completedOn.slice() } };
}

/**
 * Every row of the filter, by name, a batch at a time; between two batches others get their turn. The lines of a batch
 * are looked for when it is made: those of everybody together would be the largest thing in memory.
 */
export async function* eachCompletions(
  db: Reader,
  filters: CompletionsFilters,
): AsyncGenerator<CompletionRow[], void> {
  const report = await resolve(db, filters);
  const { scan } = report;
  const { people } = scan.roster;
  const ground = frozen(groundOf(scan));
  const wanted = { state: stateNumber(filters.state), lines: new Lines(1024) };
  const { lines } = wanted;
  const dates = siteDates(scan.roster.timeZones);
  for (let next = 0; next < people.length;) {
    lines.length = 0;
    while (next < people.length && lines.length < batch) {
      const to = Math.min(next + peopleAtOnce, people.length);
      scanPeople(scan, wanted, ground, { from: next, to });
      next = to;
    }
    for (let from = 0; from < lines.length; from += batch) {
      yield await tellLines(db, report, lines, from, Math.min(from + batch, lines.length), dates);
      await new Promise((done) => setImmediate(done));
    }
  }
}

/** How each published course stands in the whole company. */
export async function countByCourse(db: Reader): Promise<CourseCount[]> {
  const { scan, courses } = await resolve(db, completionsFilters.parse({}));
  const counts = scanPeople(scan);
  return courses.map(({ documentId, slug, title }, index) => ({
    courseId: documentId,
    slug,
    title,
    counts: addUp(counts, [index]),
  }));
}
