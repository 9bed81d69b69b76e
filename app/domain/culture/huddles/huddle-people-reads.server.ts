import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { coveredBy } from './covered.ts';
import type { HuddlePerson } from './huddle.ts';
import { plannedDepartments } from './huddle-reads.server.ts';
import { weekdayOf } from './week.ts';

type PersonRow = {
  personId: string;
  name: string;
  departmentId: string;
  department: string;
  daysOff: string;
  holiday: number | bigint;
};

type OfHuddle = { departmentId: string; mondayOn: string };

/** The departments whose people come to a huddle. */
export async function departmentsCovered(
  db: Reader | Tx,
  { departmentId, mondayOn }: OfHuddle,
): Promise<string[]> {
  const planned = await plannedDepartments(db, mondayOn);
  return coveredBy(await readDepartments(db), planned, departmentId);
}

/** Everybody who is employed and placed there on a day, by name; and whether their site works on it. */
export async function readHuddlePeople(
  db: Reader | Tx,
  huddle: OfHuddle,
  day: string,
): Promise<HuddlePerson[]> {
  const covered = await departmentsCovered(db, huddle);
  const rows = await db.$queryRaw<PersonRow[]>(sql`
    SELECT p."id" AS "personId", p."name", d."id" AS "departmentId", d."name" AS "department", s."daysOff",
      EXISTS (SELECT 1 FROM "Holiday" h WHERE h."siteId" = s."id" AND h."day" = ${day}) AS "holiday"
    FROM json_each(${JSON.stringify(covered)}) wanted
      CROSS JOIN ${placementsOn(day)} pl ON pl."departmentId" = wanted.value
      CROSS JOIN "Person" p ON p."id" = pl."personId"
      CROSS JOIN "Department" d ON d."id" = pl."departmentId" CROSS JOIN "Site" s ON s."id" = pl."siteId"
    WHERE ${employedOn(sql`p."id"`, day)} ORDER BY p."sortKey", p."id"`);
  const weekday = String(weekdayOf(day));
  return rows.map(({ personId, name, departmentId, department, daysOff, holiday }) => ({
    personId,
    name,
    department: departmentId === huddle.departmentId ? null : department,
    worksThatDay: Number(holiday) === 0 && !daysOff.split(',').includes(weekday),
  }));
}

type StaffedRow = { departmentId: string; timeZone: string; people: number | bigint };

/** The departments where anybody works on a day, with the clock that most of them go by. */
export async function staffedDepartments(db: Reader | Tx, day: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<StaffedRow[]>(sql`
    SELECT pl."departmentId", s."timeZone", COUNT(*) AS "people" FROM ${placementsOn(day)} pl
      JOIN "Site" s ON s."id" = pl."siteId"
    WHERE ${employedOn(sql`pl."personId"`, day)}
    GROUP BY pl."departmentId", s."timeZone" ORDER BY COUNT(*), s."timeZone" DESC`);
  // The most people come last, and stay.
  return new Map(rows.map(({ departmentId, timeZone }) => [departmentId, timeZone]));
}
