import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { departmentPlacementsOn, employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { SessionKind } from './session.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import { sql } from '#app/platform/db/sql.server.ts';

type SessionRow = {
  id: string;
  name: string;
  language: string;
  departmentId: string | null;
  function: string | null;
  siteTimeZone: string | null;
  roles: string | null;
  headOf: string | null;
  mustChange: number | bigint | null;
  kind: SessionKind;
  tabletId: string | null;
  strong: number | bigint;
  createdAt: string;
  seenAt: string | null;
  expiresAt: string;
  idleMinutes: number | bigint;
  hasFactor: number | bigint;
};

export type FoundSession = {
  actor: PersonActor;
  kind: SessionKind;
  tabletId: string | null;
  strong: boolean;
  expiresAt: Date;
  /** As far as it was written down. */
  seenAt: Date;
  idleMinutes: number;
  /** They have a second factor that asks for a code. */
  hasFactor: boolean;
};

/**
 * Session, person, employment, place, roles and the departments they head, in one statement, since every page asks.
 * Nobody who has left comes out of it, and nothing from a shared device that was revoked.
 */
export async function readSession(
  db: Reader | Tx,
  sessionId: string,
  today: string,
): Promise<FoundSession | null> {
  const rows = await db.$queryRaw<SessionRow[]>(sql`
    WITH RECURSIVE
      place AS (SELECT * FROM ${departmentPlacementsOn(today)}),
      me AS (
        SELECT p."id", p."name", p."language", pl."departmentId", pl."siteId",
          s."kind", s."tabletId", s."strong", s."createdAt", s."seenAt", s."expiresAt", s."idleMinutes"
        FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
        LEFT JOIN ${placementsOn(today)} pl ON pl."personId" = p."id"
        WHERE s."id" = ${sessionId} AND s."expiresAt" > ${sqlInstant(now())} AND ${employedOn(sql`p."id"`, today)}
          AND (s."tabletId" IS NULL OR EXISTS (SELECT 1 FROM "Tablet" t WHERE t."id" = s."tabletId" AND t."revokedAt" IS NULL))),
      above(id, function, parent, depth) AS (
        SELECT d."id", d."function", place."parentId", 0 FROM me JOIN "Department" d ON d."id" = me."departmentId"
        LEFT JOIN place ON place."departmentId" = d."id"
        UNION ALL
        SELECT d."id", d."function", place."parentId", above.depth + 1 FROM above
        JOIN "Department" d ON d."id" = above.parent LEFT JOIN place ON place."departmentId" = d."id"
        WHERE above.depth < 20),
      headed(id) AS (
        SELECT place."departmentId" FROM place JOIN me ON place."headId" = me."id"
        UNION SELECT de."departmentId" FROM "Deputyship" de JOIN me ON de."personId" = me."id"
        JOIN place ON place."departmentId" = de."departmentId"
        WHERE de."fromOn" <= ${today} AND de."untilOn" >= ${today}
        UNION SELECT place."departmentId" FROM place JOIN headed ON place."parentId" = headed.id)
    SELECT me.*, st."timeZone" AS "siteTimeZone",
      (SELECT function FROM above WHERE function IS NOT NULL ORDER BY depth LIMIT 1) AS "function",
      (SELECT group_concat(DISTINCT r."role") FROM "RoleGrant" r WHERE r."personId" = me."id" AND r."revokedAt" IS NULL) AS "roles",
      (SELECT group_concat(DISTINCT id) FROM headed) AS "headOf",
      (SELECT c."mustChange" FROM "Credential" c WHERE c."personId" = me."id" AND c."kind" = 'password') AS "mustChange",
      EXISTS (SELECT 1 FROM "Credential" c WHERE c."personId" = me."id" AND c."kind" = 'totp' AND c."confirmedAt" IS NOT NULL) AS "hasFactor"
    FROM me LEFT JOIN "Site" st ON st."id" = me."siteId"`);
  const row = rows[0];
  if (!row) return null;
  const { kind, tabletId } = row;
  return {
    actor: kind === 'tablet' ? asLearner(actorFrom(row)) : actorFrom(row),
    kind,
    tabletId,
    strong: Number(row.strong) === 1,
    expiresAt: new Date(row.expiresAt),
    seenAt: new Date(row.seenAt ?? row.createdAt),
    idleMinutes: Number(row.idleMinutes),
    hasFactor: Number(row.hasFactor) === 1,
  };
}

/** On a shared device everybody is a learner and nothing else: what others may see is not shown there. */
function asLearner(actor: PersonActor): PersonActor {
  return { ...actor, roles: [], headOf: [], mustChangePassword: false };
}

function actorFrom(row: SessionRow): PersonActor {
  const { id, name, language, departmentId } = row;
  return {
    kind: 'person',
    id,
    name,
    language,
    departmentId,
    function: row.function,
    roles: (row.roles?.split(',') ?? []) as Role[],
    headOf: row.headOf?.split(',') ?? [],
    siteTimeZone: row.siteTimeZone ?? 'UTC',
    mustChangePassword: Boolean(Number(row.mustChange ?? 0)),
  };
}
