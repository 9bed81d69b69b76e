import type { PersonActor } from '#app/domain/actor/actor.ts';
import { facesOn } from '#app/domain/people/directory/face.sql.server.ts';
import { searchWords } from '#app/domain/people/directory/people-list.ts';
import { localDates } from '#app/platform/clock/local-dates.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { courseStates, sumOf } from './completions-report.ts';
import { addUp } from './completions-report-reads.server.ts';
import { byTitle, meantPairs } from './meant-for.ts';
import { dayText } from './roster/pack-person.ts';
import { placeOn, worksOn } from './roster/roster.ts';
import type { PackedPerson } from './roster/roster.ts';
import { coursesOf, readReportDay } from './standing/day-reads.server.ts';
import { standsOf } from './standing/kept-stands.ts';
import { makePlan } from './standing/plan.ts';
import { rowFacts } from './standing/row-facts.ts';
import type { Scan } from './standing/scan.ts';
import { coursesByDepartment, scanPeople } from './standing/scan.ts';
import type { TeamCount, TeamCourse, TeamFilters, TeamMember } from './team.ts';
import { teamPageSize } from './team.ts';

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
export async function readTeam(db: Reader, head: PersonActor, filters: TeamFilters): Promise<TeamPage> {
  const at = await readReportDay(db, '');
  const { roster, end, departments, day } = at;
  const courses = byTitle(at.library.courses);
  const plan = makePlan(coursesOf(at), at.changes, roster);
  const pairs = meantPairs(courses, departments, { within: head.headOf });
  const scan: Scan = { roster, plan, end, pairs, words: [], searchIn: 'names', except: head.id };
  const counts = scanPeople(scan);
  const headed = new Set(head.headOf.map((id) => roster.departments.find(id)));
  const { department } = roster.columns.places.columns;
  const isMember = (person: PackedPerson) => {
    const place = placeOn(roster, person, end.day);
    if (place === -1 || person.id === head.id || !headed.has(department[place]!)) return false;
    return worksOn(roster, person, end.day);
  };
  const team = roster.people.filter(isMember);
  const words = searchWords(filters.q);
  const found = team.filter(({ sortKey }) => words.every((word) => sortKey.includes(word)));
  const page = Math.min(filters.page, Math.max(1, Math.ceil(found.length / teamPageSize)));
  const people = found.slice((page - 1) * teamPageSize, page * teamPageSize);
  const stands = standsOf(roster, plan, end);
  const meant = coursesByDepartment(scan);
  const coursesFor = (person: PackedPerson): TeamCourse[] => {
    const base = person.slot * stands.courses;
    return (meant[department[placeOn(roster, person, end.day)]!] ?? []).map((index) => {
      const { courseId } = plan.courses[index]!;
      const { begunAt, site } = rowFacts(person, plan.courses[index]!, scan);
      const completedOn = stands.completedOn[base + index]!;
      return {
        courseId,
        title: courses[index]!.title,
        state: courseStates[stands.states[base + index]!]!,
        begunOn: begunAt === null ? null : localDates(roster.timeZones[site]!)(begunAt),
        completedOn: completedOn === 0 ? null : dayText(completedOn),
      };
    });
  };
  const faces = await facesOn(
    db,
    people.map(({ id }) => id),
    day,
    false,
  );
  const byId = new Map(faces.map((face) => [face.personId, face]));
  return {
    size: team.length,
    counts: courses.flatMap(({ documentId, title }, index) => {
      const own = addUp(counts, [index]);
      return sumOf(own) > 0 ? { courseId: documentId, title, counts: own } : [];
    }),
    members: people.flatMap((person) => {
      const face = byId.get(person.id);
      if (!face) return [];
      const { personId, name } = face;
      return { personId, name, department: face.department, courses: coursesFor(person) };
    }),
    total: found.length,
    page,
  };
}
