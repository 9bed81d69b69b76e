import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { joinSql, sql } from '#app/platform/db/sql.server.ts';
import type { Audience } from './mailing-plan.ts';

/** An audience with its departments drawn out to those below, and its heads known by their ids. */
export type DrawnAudience = Omit<Audience, 'roles'> & { roles: string[]; heads: string[] | null };

const oneOf = (column: Sql, values: string[]) =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

function holdsRole({ roles, heads }: DrawnAudience): Sql {
  const granted = sql`EXISTS (SELECT 1 FROM "RoleGrant" rg WHERE rg."personId" = p."id" AND rg."revokedAt" IS NULL
    AND ${oneOf(sql`rg."role"`, roles)})`;
  return heads ? sql`(${granted} OR ${oneOf(sql`p."id"`, heads)})` : granted;
}

/** Everybody who works here on that day and is meant; with or without an address. */
function members(asked: DrawnAudience, day: string): Sql {
  const conditions = [
    employedOn(sql`p."id"`, day),
    ...(asked.departments.length > 0 ? [oneOf(sql`pl."departmentId"`, asked.departments)] : []),
    ...(asked.sites.length > 0 ? [oneOf(sql`pl."siteId"`, asked.sites)] : []),
    ...(asked.languages.length > 0 ? [oneOf(sql`p."language"`, asked.languages)] : []),
    ...(asked.roles.length > 0 || asked.heads ? [holdsRole(asked)] : []),
  ];
  return sql`FROM "Person" p JOIN ${placementsOn(day)} pl ON pl."personId" = p."id"
    LEFT JOIN "MailPreference" mp ON mp."personId" = p."id" AND mp."kind" = 'newsletter' AND NOT mp."wanted"
    WHERE ${joinSql(conditions, ' AND ')}`;
}

/** Gets the mail: has an address, and has not said otherwise. */
const isReader = sql`p."email" IS NOT NULL AND mp."personId" IS NULL`;

export type AudienceCount = { readers: number; withoutAddress: number; unsubscribed: number };

export async function countMembers(
  db: Reader | Tx,
  asked: DrawnAudience,
  day: string,
): Promise<AudienceCount> {
  type Row = Record<keyof AudienceCount, bigint | number | null>;
  const [row] = await db.$queryRaw<Row[]>(sql`
    SELECT SUM(${isReader}) AS "readers", SUM(p."email" IS NULL) AS "withoutAddress",
      SUM(p."email" IS NOT NULL AND mp."personId" IS NOT NULL) AS "unsubscribed" ${members(asked, day)}`);
  const { readers, withoutAddress, unsubscribed } = row!;
  return {
    readers: Number(readers ?? 0),
    withoutAddress: Number(withoutAddress ?? 0),
    unsubscribed: Number(unsubscribed ?? 0),
  };
}

export type AudienceReader = { personId: string; siteId: string; language: string };

export function listReaders(db: Reader | Tx, asked: DrawnAudience, day: string): Promise<AudienceReader[]> {
  return db.$queryRaw<AudienceReader[]>(sql`
    SELECT p."id" AS "personId", pl."siteId", p."language" ${members(asked, day)} AND ${isReader} ORDER BY p."id"`);
}

/** One reader of each department that has any: always the same one. */
export function listSamples(
  db: Reader | Tx,
  asked: DrawnAudience,
  day: string,
): Promise<{ departmentId: string; personId: string }[]> {
  return db.$queryRaw(sql`
    SELECT pl."departmentId", MIN(p."id") AS "personId" ${members(asked, day)} AND ${isReader} GROUP BY pl."departmentId"`);
}
