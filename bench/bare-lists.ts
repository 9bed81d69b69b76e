import type Database from 'better-sqlite3';

type Bare = { sql: string; args: unknown[] }[];

const today = new Date().toISOString().slice(0, 10);

const placed = (on: string) => `"Placement" pl WHERE pl."fromOn" <= '${on}' AND NOT EXISTS (
  SELECT 1 FROM "Placement" later WHERE later."personId" = pl."personId" AND later."fromOn" <= '${on}' AND later."fromOn" > pl."fromOn")`;
const here = (
  on: string,
) => `EXISTS (SELECT 1 FROM "Employment" em WHERE em."personId" = p."id" AND em."hiredOn" <= '${on}'
  AND (em."leftOn" IS NULL OR em."leftOn" >= '${on}'))`;

/** Six courses for everyone, two modules each: `prepare-lists.ts` makes them so. */
const courses = JSON.stringify(
  Array.from({ length: 6 }, (_, number) => [
    `BENCHDOCbench-${number}`,
    `BENCHDOCbench-${number}/m0 BENCHDOCbench-${number}/m1`,
  ]),
);

export type CompletionsAsked = {
  on?: string;
  words?: string;
  department?: string;
  state?: number;
  order?: 'name' | 'department' | 'course' | 'state' | 'completed';
  way?: 'ASC' | 'DESC';
  offset?: number;
};

const orders = {
  name: (way: string) => `p."sortKey" ${way}, p."id" ${way}`,
  department: (way: string) => `d."name" ${way}, p."sortKey", p."id"`,
  course: (way: string) => `course."id" ${way}, p."sortKey", p."id"`,
  state: (way: string) => `"state" ${way}, p."sortKey", p."id"`,
  completed: (way: string) => `"completedOn" ${way} NULLS LAST, p."sortKey", p."id"`,
};

function linesOf({ on, words = '', department }: CompletionsAsked): string {
  const day = on ?? today;
  // By name the people's own index is in order already.
  return `FROM "Person" p CROSS JOIN (SELECT pl.* FROM ${placed(day)}) pl ON pl."personId" = p."id"
    CROSS JOIN "Department" d ON d."id" = pl."departmentId"
    CROSS JOIN (SELECT value ->> 0 AS "id", value ->> 1 AS "modules" FROM json_each(?)) course
    WHERE d."id" LIKE 'BENCH%' AND ${here(day)} ${words && `AND instr(p."searchKey", '${words}')`} ${department ? `AND d."id" = '${department}'` : ''}`;
}

const stateOf = (on?: string) => {
  const done = on ? `AND c."completedOn" <= '${on}'` : '';
  const begun = on ? `AND r."beganAt" < '${on}T22'` : '';
  return `CASE WHEN EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = p."id" AND c."documentId" = course."id" ${done}) THEN 2
    WHEN EXISTS (SELECT 1 FROM "Completion" c WHERE c."personId" = p."id" AND instr(course."modules", c."documentId") ${done})
      OR EXISTS (SELECT 1 FROM "Reading" r WHERE r."personId" = p."id" AND instr(course."modules", r."documentId") ${begun}) THEN 1
    ELSE 0 END`;
};

/** Counts by course, department and state, and a page: what the list says, in as few statements as it takes. */
export function bareCompletions(asked: CompletionsAsked): Bare {
  const { on, state, order = 'name', way = 'ASC', offset = 0 } = asked;
  const done = `(SELECT c."completedOn" FROM "Completion" c WHERE c."personId" = p."id" AND c."documentId" = course."id" ORDER BY c."completedAt" DESC LIMIT 1)`;
  const key =
    order === 'completed'
      ? `${done} AS "completedOn"`
      : `${order === 'state' ? stateOf(on) : '0'} AS "state"`;
  const page = `SELECT p."id" AS "personId", course."id" AS "id", course."modules", pl."jobTitle", d."name" AS "department", ${key}
    ${linesOf(asked)} ${state === undefined ? '' : `AND ${stateOf(on)} = ${state}`}
    ORDER BY ${orders[order](way)} LIMIT 50 OFFSET ${offset}`;
  return [
    {
      sql: `SELECT course."id", d."id", ${stateOf(on)} AS "state", COUNT(*) ${linesOf(asked)} GROUP BY 1, 2, 3`,
      args: [courses],
    },
    {
      sql: `SELECT p."name", p."employeeNumber", course."jobTitle", course."department", ${stateOf(on)}, ${done}
        FROM (${page}) course CROSS JOIN "Person" p ON p."id" = course."personId"`,
      args: [courses],
    },
  ];
}

export function barePeople(on: string | null, words: string, offset: number): Bare {
  const day = on ?? today;
  const from = `FROM "Person" p CROSS JOIN (SELECT pl.* FROM ${placed(day)}) pl ON pl."personId" = p."id"
    WHERE ${here(day)} ${words && `AND instr(p."searchKey", '${words}')`}`;
  return [
    { sql: `SELECT COUNT(*) ${from}`, args: [] },
    {
      sql: `SELECT p."id", p."name", p."employeeNumber", pl."departmentId", pl."siteId", pl."jobTitle" ${from}
        ORDER BY p."sortKey", p."id" LIMIT 50 OFFSET ${offset}`,
      args: [],
    },
  ];
}

export const bareDepartments: Bare = [
  {
    sql: `SELECT pl."departmentId", COUNT(*) FROM (SELECT pl.* FROM ${placed(today)}) pl CROSS JOIN "Person" p ON p."id" = pl."personId"
      WHERE ${here(today)} GROUP BY 1`,
    args: [],
  },
];

export function bareAudit(where: string): Bare {
  return [{ sql: `SELECT * FROM "Event" e WHERE ${where} ORDER BY e."seq" DESC LIMIT 51`, args: [] }];
}

export const bareAnswers: Bare = [
  {
    sql: `SELECT a."answers", COUNT(*) FROM "Attempt" a WHERE a."versionId" = (
      SELECT "versionId" FROM "Attempt" WHERE "id" LIKE '0BENCH%' LIMIT 1) AND a."submittedAt" IS NOT NULL GROUP BY 1`,
    args: [],
  },
];

/** Every line by name, with one look into the completions: less than the file tells, so that the floor is low. */
export const bareExport = `SELECT p."name", p."employeeNumber", pl."jobTitle", d."name" AS "department", st."name" AS "site",
    course."id", (SELECT c."completedOn" FROM "Completion" c WHERE c."personId" = p."id" AND c."documentId" = course."id" ORDER BY c."completedAt" DESC LIMIT 1)
  FROM "Person" p CROSS JOIN (SELECT pl.* FROM ${placed(today)}) pl ON pl."personId" = p."id"
    CROSS JOIN "Department" d ON d."id" = pl."departmentId" CROSS JOIN "Site" st ON st."id" = pl."siteId"
    CROSS JOIN (SELECT value ->> 0 AS "id", value ->> 1 AS "modules" FROM json_each(?)) course
  WHERE d."id" LIKE 'BENCH%' AND ${here(today)} ORDER BY p."sortKey", p."id"`;

export const exportArgs = [courses];

/** Runs it once, and says for how many milliseconds. */
export function timeBare(db: Database.Database, bare: Bare): number {
  const started = performance.now();
  for (const { sql, args } of bare)
    db.prepare(sql)
      .raw()
      .all(...args);
  return performance.now() - started;
}
