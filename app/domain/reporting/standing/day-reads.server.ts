import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Department } from '#app/domain/people/department.ts';
import type { Library } from '#app/domain/publishing/library.ts';
import { readLibrary, readLibraryAt } from '#app/domain/publishing/library-reads.server.ts';
import { endOfDay } from '#app/platform/clock/local-dates.ts';
import type { Reader } from '#app/platform/db/database.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { dayNumber } from '../roster/pack-person.ts';
import type { Roster } from '../roster/roster.ts';
import { readRoster } from '../roster/roster-reads.server.ts';
import { byTitle } from '../meant-for.ts';
import type { CourseModules, MaterialChange } from './plan.ts';
import type { DayEnd } from './stand.ts';

/** All that a report about one day begins with. */
export type ReportDay = {
  day: string;
  isPast: boolean;
  roster: Roster;
  end: DayEnd;
  library: Library;
  departments: Department[];
  changes: MaterialChange[];
};

async function readChanges(
  db: Reader,
  { day, at, library }: { day: string; at: Date | null; library: Library },
): Promise<MaterialChange[]> {
  const stood = at
    ? sql`(p."withdrawnAt" IS NULL OR p."withdrawnAt" >= ${sqlInstant(at)})`
    : sql`p."withdrawnAt" IS NULL`;
  const rows = await db.$queryRaw<(Omit<MaterialChange, 'number'> & { number: number | bigint })[]>(sql`
    SELECT p."documentId", p."materialFrom" AS "from", p."language", v."number"
    FROM "Publication" p JOIN "Version" v ON v."id" = p."versionId"
    WHERE p."materialFrom" <= ${day} AND ${stood}`);
  return rows.flatMap(({ number, ...change }): MaterialChange[] => {
    const course = library.courses.find(({ documentId }) => documentId === change.documentId);
    if (!course) return [{ ...change, number: Number(number) }];
    // All of it is asked for again, and no edition of a module answers that.
    return course.modules.map(({ documentId }) => ({
      documentId,
      from: change.from,
      language: '',
      number: 0,
    }));
  });
}

/**
 * The company at the end of a day gone by: who worked here and where, what was published, what had been completed. Of
 * today, as it stands now; a day to come is taken for today, for nothing is known of it. With `some` people alone,
 * nobody else is read.
 */
export async function readReportDay(db: Reader, on: string, some?: Roster): Promise<ReportDay> {
  const today = await companyToday(db);
  const isPast = on !== '' && on < today;
  const day = isPast ? on : today;
  const timeZone = (await readCompany(db))?.timeZone ?? 'UTC';
  const at = isPast ? new Date(endOfDay(day, timeZone) * 1000) : null;
  const roster = some ?? (await readRoster(db));
  const library = at ? await readLibraryAt(db, at) : await readLibrary(db);
  return {
    day,
    isPast,
    roster,
    end: {
      day: dayNumber(day),
      until: isPast ? dayNumber(day) : Number.MAX_SAFE_INTEGER,
      minutes: roster.timeZones.map((zone) => (isPast ? endOfDay(day, zone) / 60 : Number.MAX_SAFE_INTEGER)),
    },
    library,
    departments: await readDepartments(db, day),
    changes: await readChanges(db, { day, at, library }),
  };
}

/** The courses of the day by title, as a plan asks for them. */
export function coursesOf({ library }: Pick<ReportDay, 'library'>): CourseModules[] {
  return byTitle(library.courses).map(({ documentId, modules }) => ({
    courseId: documentId,
    moduleIds: modules.map((module) => module.documentId),
  }));
}
