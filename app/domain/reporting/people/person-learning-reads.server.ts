import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { localDates } from '#app/platform/clock/local-dates.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { courseStates } from '../completions-report.ts';
import { meantPairs } from '../meant-for.ts';
import { dayText } from '../roster/pack-person.ts';
import { placeOn, placeToShow, worksOn } from '../roster/roster.ts';
import { readSome } from '../roster/roster-reads.server.ts';
import type { ReportDay } from '../standing/day-reads.server.ts';
import { coursesOf, readReportDay } from '../standing/day-reads.server.ts';
import { makePlan } from '../standing/plan.ts';
import { rowFacts } from '../standing/row-facts.ts';
import { roomFor, standOf } from '../standing/stand.ts';
import type { PersonCompletion, PersonCourse, PersonLearning, PersonTry } from './person-learning.ts';

function readCourses(at: ReportDay): PersonCourse[] {
  const { roster, end, library, departments } = at;
  const [person] = roster.people;
  const place = person ? placeOn(roster, person, end.day) : -1;
  if (!person || place === -1 || !worksOn(roster, person, end.day)) return [];
  const within = [roster.departments.ids[roster.columns.places.columns.department[place]!]!];
  const plan = makePlan(coursesOf(at), at.changes, roster);
  const stands = roomFor(plan.courses.length, 1);
  standOf(person, { roster, plan, end }, stands, 0);
  return meantPairs(library.courses, departments, { within }).map(({ courseId }) => {
    const index = plan.indexes.get(courseId)!;
    const { begunAt, site, ...facts } = rowFacts(person, plan.courses[index]!, { roster, plan, end });
    const completedOn = stands.completedOn[index]!;
    return {
      courseId,
      course: library.courses.find(({ documentId }) => documentId === courseId)?.title ?? '',
      state: courseStates[stands.states[index]!]!,
      ...facts,
      modulesTotal: plan.courses[index]!.moduleIds.length,
      begunOn: begunAt === null ? null : localDates(roster.timeZones[site]!)(begunAt),
      completedOn: completedOn === 0 ? null : dayText(completedOn),
    };
  });
}

async function readCompletions(db: Reader, personId: string): Promise<PersonCompletion[]> {
  const rows = await db.completion.findMany({
    where: { personId },
    orderBy: [{ completedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      completedOn: true,
      source: true,
      document: { select: { kind: true } },
      version: { select: { title: true, number: true, language: true } },
    },
  });
  return rows.map(({ id, completedOn, source, document, version }) => ({
    id,
    completedOn,
    source,
    kind: document.kind === 'course' ? 'course' : 'module',
    title: version.title,
    edition: version.number,
    language: version.language,
  }));
}

async function readTries(db: Reader, personId: string, timeZone: string): Promise<PersonTry[]> {
  const showScores = (await readCompany(db))?.showScores === true;
  const rows = await db.attempt.findMany({
    where: { personId, submittedAt: { not: null } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      number: true,
      submittedAt: true,
      passed: true,
      score: showScores,
      version: { select: { title: true, number: true } },
    },
  });
  return rows.map(({ id, number, submittedAt, passed, score, version }) => ({
    id,
    number,
    module: version.title,
    edition: version.number,
    submittedOn: dateIn(timeZone, submittedAt!),
    passed: passed === true,
    score: showScores ? score : null,
  }));
}

/** What one person has learned, as HR may see it: no answers, and nothing of what they said they will do. */
export async function readPersonLearning(db: Reader, personId: string, on: string): Promise<PersonLearning> {
  const at = await readReportDay(db, on, await readSome(db, [personId]));
  const [person] = at.roster.people;
  const place = person ? placeToShow(at.roster, person, at.end.day) : -1;
  const timeZone = at.roster.timeZones[at.roster.columns.places.columns.site[place] ?? -1] ?? 'UTC';
  const until = (day: string) => !at.isPast || day <= at.day;
  return {
    day: at.day,
    isPast: at.isPast,
    courses: readCourses(at),
    completions: (await readCompletions(db, personId)).filter(({ completedOn }) => until(completedOn)),
    tries: (await readTries(db, personId, timeZone)).filter(({ submittedOn }) => until(submittedOn)),
  };
}
