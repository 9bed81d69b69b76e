import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { emptySql, joinSql, sql } from '#app/platform/db/sql.server.ts';

export type EventsWanted = {
  byId: string | null;
  aboutId: string | null;
  event: string;
  subject: string;
  id: string;
  from: string | null;
  until: string | null;
  before: number | undefined;
  after: number | undefined;
  limit: number;
};

export type EventRow = {
  seq: number | bigint;
  at: string;
  name: string;
  actorId: string | null;
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  facts: string | null;
  personId: string | null;
  personName: string | null;
  thing: string | null;
};

/** Tables whose rows are somebody's, by what an event calls them. */
const ofPeople = [
  ['attempt', sql`"Attempt"`],
  ['reading', sql`"Reading"`],
  ['completion', sql`"Completion"`],
  ['commitment', sql`"Commitment"`],
  ['certificate', sql`"Certificate"`],
  ['notice', sql`"Notice"`],
  ['token', sql`"Token"`],
  ['mail', sql`"Mail"`],
] as const;

/** Events that name a person among their facts; the others are found by their subject. */
const naming = ['deputy.named', 'deputy.ended', 'department.added', 'department.placed', 'person.placed'];
const namingKeys = ['personId', 'headId', 'managerId'];

function isAbout(personId: string): Sql {
  const owned = ofPeople.map(
    ([type, table]) =>
      sql`(e."subjectType" = ${type} AND e."subjectId" IN (SELECT t."id" FROM ${table} t WHERE t."personId" = ${personId}))`,
  );
  const named = namingKeys.map((key) => sql`e."facts" ->> ${key} = ${personId}`);
  return joinSql(
    [
      sql`(e."subjectType" = 'person' AND e."subjectId" = ${personId})`,
      ...owned,
      sql`(e."name" IN (${joinSql(naming)}) AND (${joinSql(named, ' OR ')}))`,
    ],
    ' OR ',
  );
}

const ownerOf = sql`CASE e."subjectType" WHEN 'person' THEN e."subjectId" ${joinSql(
  ofPeople.map(
    ([type, table]) =>
      sql`WHEN ${type} THEN (SELECT t."personId" FROM ${table} t WHERE t."id" = e."subjectId")`,
  ),
  ' ',
)} END`;

const thingOf = sql`CASE e."subjectType"
  WHEN 'department' THEN (SELECT d."name" FROM "Department" d WHERE d."id" = e."subjectId")
  WHEN 'site' THEN (SELECT s."name" FROM "Site" s WHERE s."id" = e."subjectId")
  WHEN 'company' THEN (SELECT c."name" FROM "Company" c WHERE c."id" = e."subjectId")
  WHEN 'tablet' THEN (SELECT t."name" FROM "Tablet" t WHERE t."id" = e."subjectId")
  WHEN 'version' THEN (SELECT v."title" FROM "Version" v WHERE v."id" = e."subjectId") END`;

/** Some events, newest first; when newer ones than a given one are asked for, those next to it. */
export async function findEvents(db: Reader | Tx, wanted: EventsWanted): Promise<EventRow[]> {
  const { byId, aboutId, event, subject, id, from, until, before, after, limit } = wanted;
  const where = [
    sql`1 = 1`,
    ...(byId ? [sql`e."actorId" = ${byId}`] : []),
    ...(aboutId ? [sql`(${isAbout(aboutId)})`] : []),
    ...(event ? [sql`e."name" = ${event}`] : []),
    ...(subject ? [sql`e."subjectType" = ${subject}`] : []),
    ...(id ? [sql`e."subjectId" = ${id}`] : []),
    ...(from ? [sql`e."at" >= ${from}`] : []),
    ...(until ? [sql`e."at" < ${until}`] : []),
    ...(before ? [sql`e."seq" < ${before}`] : []),
    ...(after ? [sql`e."seq" > ${after}`] : []),
  ];
  const way = after ? emptySql : sql`DESC`;
  return db.$queryRaw<EventRow[]>(sql`
    WITH page AS MATERIALIZED (
      SELECT e.* FROM "Event" e WHERE ${joinSql(where, ' AND ')} ORDER BY e."seq" ${way} LIMIT ${limit}),
    told AS (SELECT e.*, ${ownerOf} AS "personId", ${thingOf} AS "thing" FROM page e)
    SELECT told."seq", told."at", told."name", told."actorId", a."name" AS "actorName", told."subjectType",
      told."subjectId", told."facts", told."personId", p."name" AS "personName", told."thing"
    FROM told LEFT JOIN "Person" a ON a."id" = told."actorId" LEFT JOIN "Person" p ON p."id" = told."personId"
    ORDER BY told."seq" DESC`);
}
