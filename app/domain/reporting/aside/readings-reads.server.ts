import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { Department } from '#app/domain/people/department.ts';
import type { PeopleFilters } from '#app/domain/people/directory/people-list.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import type { AuditFilters } from '../audit/audit-trail.ts';
import { readAuditTrail } from '../audit/audit-trail-reads.server.ts';
import type { CompletionsFilters } from '../completions-report.ts';
import { countByCourse, readCompletions } from '../completions-report-reads.server.ts';
import { readCoursePage } from '../course-page-reads.server.ts';
import type { CompletionsFileWanted } from '../files/completions-file.ts';
import { completionsFile } from '../files/completions-file-reads.server.ts';
import { countDepartments, countPeopleToday } from '../people/people-counts-reads.server.ts';
import { readPeople } from '../people/people-list-reads.server.ts';
import { readQuestionShares } from '../questions/question-shares-reads.server.ts';
import type { TeamFilters } from '../team.ts';
import { readTeam } from '../team-reads.server.ts';

/** What takes longer the larger the company is: in a large one it is read in a thread. */
export const readings = {
  peopleToday: (db: Reader, _input: null) => countPeopleToday(db),
  people: (db: Reader, { filters, departments }: { filters: PeopleFilters; departments: Department[] }) =>
    readPeople(db, filters, departments),
  departmentRows: (db: Reader, day: string) => countDepartments(db, day),
  courseCounts: (db: Reader, _input: null) => countByCourse(db),
  coursePage: (db: Reader, asked: { slug: string; department: string }) => readCoursePage(db, asked),
  questionShares: (db: Reader, slug: string) => readQuestionShares(db, slug),
  completions: (db: Reader, filters: CompletionsFilters) => readCompletions(db, filters),
  team: (db: Reader, { head, filters }: { head: PersonActor; filters: TeamFilters }) =>
    readTeam(db, head, filters),
  auditTrail: (db: Reader, filters: AuditFilters) => readAuditTrail(db, filters),
};

export type Readings = typeof readings;

/** The same for what is read piece by piece. */
export const streams = {
  completionsFile: (db: Reader, wanted: CompletionsFileWanted) => completionsFile(db, wanted),
};
