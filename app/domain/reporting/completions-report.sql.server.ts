import { holdsWords } from '#app/domain/people/directory/people-list.sql.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { emptySql, sql } from '#app/platform/db/sql.server.ts';
import type { CompletionSort, CourseState } from './completions-report.ts';
import { courseStates } from './completions-report.ts';
import type { MeantPair } from './meant-for.ts';

/** Whose rows: all who work here today in the departments of the pairs. */
export type MeantScope = {
  pairs: MeantPair[];
  today: string;
  words: string[];
  /** Who may not see e-mail addresses and numbers does not find anybody by them either. */
  searchIn: 'everything' | 'names';
  /** Nobody but these. */
  people?: string[];
  /** All but this one. */
  except?: string;
};

/** The place of a row in the order by name, which is the order of the file. */
export type RowKey = { sortKey: string; personId: string; place: number };

export type RowsWanted = {
  state: CourseState | '';
  sort: CompletionSort;
  direction: 'asc' | 'desc';
  limit: number;
  offset?: number;
  after?: RowKey | null;
};

export type ReportRow = RowKey & {
  name: string;
  employeeNumber: string | null;
  jobTitle: string;
  departmentId: string;
  department: string;
  site: string;
  timeZone: string;
  courseId: string;
  state: number;
  modulesDone: number | bigint;
  begunAt: string | null;
  completedOn: string | null;
  editions: string | null;
  sources: string | null;
};

/** The modules stand in one text, so that a person's own few rows are tested against it and no table is searched. */
function pairTable(pairs: MeantPair[]): Sql {
  const rows = pairs.map(({ courseId, departmentId, place, moduleIds }) => [
    courseId,
    departmentId,
    place,
    moduleIds.join(' '),
  ]);
  return sql`pair AS MATERIALIZED (SELECT value ->> 0 AS "courseId", value ->> 1 AS "departmentId",
    value ->> 2 AS "place", value ->> 3 AS "modules" FROM json_each(${JSON.stringify(rows)}))`;
}

/** The order of the joins is told: by name from the people's own index, else from the departments that are wanted. */
function meant(scope: MeantScope, from: 'people' | 'departments'): Sql {
  const { today, words, people, except } = scope;
  const placements = placementsOn(today);
  const tables =
    from === 'people'
      ? sql`"Person" p CROSS JOIN ${placements} pl ON pl."personId" = p."id" CROSS JOIN pair ON pair."departmentId" = pl."departmentId"`
      : sql`pair CROSS JOIN ${placements} pl ON pl."departmentId" = pair."departmentId" CROSS JOIN "Person" p ON p."id" = pl."personId"`;
  const these = people
    ? sql`AND p."id" IN (SELECT value FROM json_each(${JSON.stringify(people)}))`
    : emptySql;
  const notThis = except ? sql`AND p."id" <> ${except}` : emptySql;
  const searched = scope.searchIn === 'names' ? sql`p."sortKey"` : sql`p."searchKey"`;
  return sql`FROM ${tables} WHERE ${employedOn(sql`p."id"`, today)} AND ${holdsWords(searched, words)} ${these} ${notThis}`;
}

/**
 * As its place in `courseStates`. A course is completed by its own completion, which stays when modules are added
 * later. `row` holds the course and its modules, beside `p`.
 */
function stateOf(row: Sql): Sql {
  return sql`CASE
  WHEN EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = p."id" AND c."documentId" = ${row}."courseId") THEN 2
  WHEN EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = p."id" AND instr(${row}."modules", c."documentId"))
    OR EXISTS (SELECT 1 FROM "Reading" r WHERE r."personId" = p."id" AND instr(${row}."modules", r."documentId")) THEN 1
  ELSE 0 END`;
}

function completedOnOf(row: Sql): Sql {
  return sql`(SELECT c."completedOn" FROM "Completion" c WHERE c."personId" = p."id"
  AND c."documentId" = ${row}."courseId" ORDER BY c."completedAt" DESC LIMIT 1)`;
}

const inPair = sql`pair`;
const inPage = sql`page`;

export type StateCount = { courseId: string; state: number | bigint; people: number | bigint };

/** How many stand where, for each course. */
export function countStates(db: Reader | Tx, scope: MeantScope): Promise<StateCount[]> {
  return db.$queryRaw<StateCount[]>(sql`
    WITH ${pairTable(scope.pairs)}, stand AS (SELECT pair."courseId", ${stateOf(inPair)} AS "state" ${meant(scope, 'departments')})
    SELECT "courseId", "state", COUNT(*) AS "people" FROM stand GROUP BY "courseId", "state"`);
}

/** What a row is put in order by before the name decides. */
function sortedBy(sort: CompletionSort): Sql {
  if (sort === 'department') {
    return sql`(SELECT d."sortKey" || ' ' || d."id" FROM "Department" d WHERE d."id" = pl."departmentId")`;
  }
  if (sort === 'course') return sql`pair."place"`;
  if (sort === 'state') return stateOf(inPair);
  if (sort === 'completed') return completedOnOf(inPair);
  return sql`NULL`;
}

function orderFor({ sort, direction }: RowsWanted): { inside: Sql; outside: Sql } {
  const way = direction === 'desc' ? sql`DESC` : sql`ASC`;
  if (sort === 'name') {
    return {
      inside: sql`p."sortKey" ${way}, p."id" ${way}, pair."place"`,
      outside: sql`page."sortKey" ${way}, page."personId" ${way}, page."place"`,
    };
  }
  const byName = sql`"sortKey", "personId", "place"`;
  const order = sql`"by" ${way} NULLS LAST, ${byName}`;
  return {
    inside: order,
    outside: sql`page."by" ${way} NULLS LAST, page."sortKey", page."personId", page."place"`,
  };
}

/** A page of rows, or those after a row in the order by name. What is counted up is counted up for these rows alone. */
export function readRows(db: Reader | Tx, scope: MeantScope, wanted: RowsWanted): Promise<ReportRow[]> {
  const { state, sort, limit, offset = 0, after } = wanted;
  const inState = state ? sql`AND ${stateOf(inPair)} = ${courseStates.indexOf(state)}` : emptySql;
  const later = after
    ? sql`AND (p."sortKey", p."id") >= (${after.sortKey}, ${after.personId})
      AND (p."sortKey", p."id", pair."place") > (${after.sortKey}, ${after.personId}, ${after.place})`
    : emptySql;
  const { inside, outside } = orderFor(wanted);
  return db.$queryRaw<ReportRow[]>(sql`
    WITH ${pairTable(scope.pairs)}, page AS MATERIALIZED (
      SELECT p."id" AS "personId", p."sortKey" AS "sortKey", pair."place" AS "place", ${sortedBy(sort)} AS "by",
        pair."courseId", pair."modules", pl."departmentId",
        pl."siteId", pl."jobTitle"
      ${meant(scope, sort === 'name' ? 'people' : 'departments')} ${inState} ${later}
      ORDER BY ${inside} LIMIT ${limit} OFFSET ${offset})
    SELECT page."personId", page."sortKey", page."place", page."courseId", ${stateOf(inPage)} AS "state",
      ${completedOnOf(inPage)} AS "completedOn",
      page."departmentId", page."jobTitle", p."name", p."employeeNumber", d."name" AS "department",
      st."name" AS "site", st."timeZone",
      (SELECT MIN(r."beganAt") FROM "Reading" r WHERE r."personId" = page."personId"
        AND instr(page."modules", r."documentId")) AS "begunAt",
      (SELECT COUNT(DISTINCT c."documentId") FROM "Completion" c WHERE c."personId" = page."personId"
        AND instr(page."modules", c."documentId")) AS "modulesDone",
      (SELECT group_concat(DISTINCT v."number") FROM "Completion" c JOIN "Version" v ON v."id" = c."versionId"
        WHERE c."personId" = page."personId" AND instr(page."modules", c."documentId")) AS "editions",
      (SELECT group_concat(DISTINCT c."source") FROM "Completion" c WHERE c."personId" = page."personId"
        AND (c."documentId" = page."courseId" OR instr(page."modules", c."documentId"))) AS "sources"
    FROM page CROSS JOIN "Person" p ON p."id" = page."personId" CROSS JOIN "Department" d ON d."id" = page."departmentId"
      CROSS JOIN "Site" st ON st."id" = page."siteId"
    ORDER BY ${outside}`);
}
