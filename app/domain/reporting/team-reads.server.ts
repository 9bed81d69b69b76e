import type { PersonActor } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { searchWords } from '#app/domain/people/directory/people-list.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { courseStates, sumOf } from './completions-report.ts';
import { addUp } from './completions-report-reads.server.ts';
import type { MeantScope, ReportRow } from './completions-report.sql.server.ts';
import { countStates, readRows } from './completions-report.sql.server.ts';
import { byTitle, meantPairs } from './meant-for.ts';
import type { TeamCount, TeamCourse, TeamFilters, TeamMember } from './team.ts';
import { teamPageSize } from './team.ts';
import { countTeam, listTeam } from './team.sql.server.ts';

export type TeamPage = {
  /** Without any search. */
  size: number;
  /** By course, over the whole team. */
  counts: TeamCount[];
  members: TeamMember[];
  total: number;
  page: number;
};

/** The people of the departments that somebody heads, and of those below; not they themselves. */
export async function readTeam(db: Reader | Tx, head: PersonActor, filters: TeamFilters): Promise<TeamPage> {
  const [{ courses }, departments, today] = await Promise.all([
    readLibrary(db),
    readDepartments(db),
    companyToday(db),
  ]);
  const pairs = meantPairs(courses, departments, { within: head.headOf });
  const whole: MeantScope = { pairs, today, words: [], searchIn: 'names', except: head.id };
  const counted = await countStates(db, whole);
  const team = { departmentIds: head.headOf, headId: head.id, today, words: [] };
  const found = { ...team, words: searchWords(filters.q) };
  const size = await countTeam(db, team);
  const total = await countTeam(db, found);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(total / teamPageSize)));
  const people = await listTeam(db, found, teamPageSize, (page - 1) * teamPageSize);
  const rows = await readRows(
    db,
    { ...whole, people: people.map(({ personId }) => personId) },
    { state: '', sort: 'course', direction: 'asc', limit: people.length * Math.max(1, courses.length) },
  );
  const titles = new Map(courses.map(({ documentId, title }) => [documentId, title]));
  return {
    size,
    counts: byTitle(courses)
      .map(({ documentId, title }) => ({ courseId: documentId, title, counts: addUp(counted, documentId) }))
      .filter(({ counts }) => sumOf(counts) > 0),
    members: people.map((person) => ({
      ...person,
      courses: rows
        .filter(({ personId }) => personId === person.personId)
        .map((row) => courseFrom(row, titles)),
    })),
    total,
    page,
  };
}

function courseFrom(row: ReportRow, titles: Map<string, string>): TeamCourse {
  const { courseId, begunAt, completedOn, timeZone } = row;
  return {
    courseId,
    title: titles.get(courseId) ?? '',
    state: courseStates[Number(row.state)] ?? 'not-started',
    begunOn: begunAt ? dateIn(timeZone, new Date(begunAt)) : null,
    completedOn,
  };
}
