import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Placements in force on a day: the newest of each person that has begun. */
export function placementsOn(day: string): Sql {
  return sql`(SELECT pl.* FROM "Placement" pl WHERE pl."fromOn" <= ${day} AND NOT EXISTS (
    SELECT 1 FROM "Placement" later WHERE later."personId" = pl."personId" AND later."fromOn" <= ${day} AND later."fromOn" > pl."fromOn"))`;
}

/** The same for departments: their place in the tree, and their head. */
export function departmentPlacementsOn(day: string): Sql {
  return sql`(SELECT dp.* FROM "DepartmentPlacement" dp WHERE dp."fromOn" <= ${day} AND NOT EXISTS (
    SELECT 1 FROM "DepartmentPlacement" later WHERE later."departmentId" = dp."departmentId" AND later."fromOn" <= ${day} AND later."fromOn" > dp."fromOn"))`;
}

/** A condition: the person works here on that day. */
export function employedOn(personId: Sql, day: string): Sql {
  return sql`EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = ${personId} AND em."hiredOn" <= ${day}
    AND (em."leftOn" IS NULL OR em."leftOn" >= ${day}))`;
}
