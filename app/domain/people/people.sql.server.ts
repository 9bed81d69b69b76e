import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Placements in force on a day: the newest of each person that has begun. */
export function placementsOn(day: string): Sql {
  return sql`(SELECT pl.* FROM "Placement" pl WHERE pl."fromOn" <= ${day} AND NOT EXISTS (
    SELECT 1 FROM "Placement" later WHERE later."personId" = pl."personId" AND later."fromOn" <= ${day} AND later."fromOn" > pl."fromOn"))`;
}

/** The same for departments: their place in the tree, and their head. One that is closed on that day has no place. */
export function departmentPlacementsOn(day: string): Sql {
  return sql`(SELECT dp.* FROM "DepartmentPlacement" dp WHERE dp."fromOn" <= ${day} AND NOT dp."closed" AND NOT EXISTS (
    SELECT 1 FROM "DepartmentPlacement" later WHERE later."departmentId" = dp."departmentId" AND later."fromOn" <= ${day} AND later."fromOn" > dp."fromOn"))`;
}

/** Rows of a history on a day: the newest that has begun; of what begins later, its first. */
function onOrFirst(table: Sql, owner: Sql, day: string): Sql {
  return sql`(SELECT held.* FROM ${table} held WHERE NOT EXISTS (
      SELECT 1 FROM ${table} later WHERE later.${owner} = held.${owner} AND later."fromOn" <= ${day} AND later."fromOn" > held."fromOn")
    AND (held."fromOn" <= ${day} OR NOT EXISTS (
      SELECT 1 FROM ${table} earlier WHERE earlier.${owner} = held.${owner} AND earlier."fromOn" < held."fromOn")))`;
}

/** Where people work on a day; of those who have yet to begin, where they will. */
export function placementsToShow(day: string): Sql {
  return onOrFirst(sql`"Placement"`, sql`"personId"`, day);
}

/** What departments are called and do on a day. */
export function departmentTermsOn(day: string): Sql {
  return onOrFirst(sql`"DepartmentTerms"`, sql`"departmentId"`, day);
}

/** A condition: the person works here on that day. */
export function employedOn(personId: Sql, day: string): Sql {
  return sql`EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = ${personId} AND em."hiredOn" <= ${day}
    AND (em."leftOn" IS NULL OR em."leftOn" >= ${day}))`;
}
