import type { Reader } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { PersonText } from './pack-person.ts';

/** What a report looks at, one row a person: many rows would each cost more on their way than they hold. */
function texts(where: Sql): Sql {
  return sql`SELECT p."id", p."sortKey", p."searchKey",
    (SELECT group_concat(em."hiredOn" || ' ' || COALESCE(em."leftOn", ''), ';' ORDER BY em."hiredOn")
      FROM "Employment" em WHERE em."personId" = p."id") AS "terms",
    (SELECT group_concat(pl."fromOn" || ' ' || pl."departmentId" || ' ' || pl."siteId", ';' ORDER BY pl."fromOn")
      FROM "Placement" pl WHERE pl."personId" = p."id") AS "places",
    (SELECT group_concat(c."versionId" || ' ' || c."completedOn" || ' ' || c."source", ';' ORDER BY c."completedAt", c."id")
      FROM "Completion" c WHERE c."personId" = p."id") AS "completions",
    (SELECT group_concat(r."documentId" || ' ' || (unixepoch(r."beganAt") / 60), ';')
      FROM "Reading" r WHERE r."personId" = p."id") AS "begun"
    FROM "Person" p WHERE ${where}`;
}

/** Some people after one, in the order of their ids. */
export function textsAfter(db: Reader, id: string, limit: number): Promise<PersonText[]> {
  return db.$queryRaw<PersonText[]>(sql`${texts(sql`p."id" > ${id}`)} ORDER BY p."id" LIMIT ${limit}`);
}

export function textsOf(db: Reader, ids: string[]): Promise<PersonText[]> {
  return db.$queryRaw<PersonText[]>(
    texts(sql`p."id" IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  );
}

/** The number of the newest change of anybody's rows. */
export async function newestChange(db: Reader): Promise<number> {
  const [found] = await db.$queryRaw<{ seq: number | bigint | null }[]>(
    sql`SELECT MAX("seq") AS "seq" FROM "PersonChange"`,
  );
  return Number(found?.seq ?? 0);
}

export async function changedSince(db: Reader, seq: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string }[]>(
    sql`SELECT "personId" FROM "PersonChange" WHERE "seq" > ${seq}`,
  );
  return rows.map(({ personId }) => personId);
}

type VersionRow = { id: string; documentId: string; language: string; number: number | bigint };

export function readVersions(db: Reader): Promise<VersionRow[]> {
  return db.$queryRaw<VersionRow[]>(sql`SELECT "id", "documentId", "language", "number" FROM "Version"`);
}

export async function countVersions(db: Reader): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number | bigint }[]>(
    sql`SELECT COUNT(*) AS "count" FROM "Version"`,
  );
  return Number(found?.count ?? 0);
}

export function readSites(db: Reader): Promise<{ id: string; timeZone: string }[]> {
  return db.$queryRaw<{ id: string; timeZone: string }[]>(sql`SELECT "id", "timeZone" FROM "Site"`);
}
