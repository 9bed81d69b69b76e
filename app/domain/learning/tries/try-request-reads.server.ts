import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { employedOn, placementsOn } from '#app/domain/people/people.sql.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import type { TryDesk } from './try-request.ts';

export type OpenTryRequest = {
  id: string;
  personId: string;
  person: string;
  departmentId: string | null;
  department: string | null;
  documentId: string;
  versionId: string;
  module: string;
  /** Who was told; null where HR was. */
  head: string | null;
  askedAt: Date;
  /** Tries on this edition so far. */
  tries: number;
};

type Row = Omit<OpenTryRequest, 'askedAt' | 'tries'> & { askedAt: Date | string; tries: number | bigint };

/** Open requests of people who work here, but the reader's own; the oldest first. */
async function readOpen(db: Reader | Tx, actor: PersonActor): Promise<OpenTryRequest[]> {
  const today = await companyToday(db);
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT r."id", r."personId", p."name" AS "person", pl."departmentId", d."name" AS "department", r."documentId",
      r."versionId", v."title" AS "module", h."name" AS "head", r."askedAt",
      (SELECT COUNT(*) FROM "Attempt" a WHERE a."personId" = r."personId" AND a."documentId" = r."documentId"
        AND a."versionId" = r."versionId") AS "tries"
    FROM "TryRequest" r JOIN "Person" p ON p."id" = r."personId" JOIN "Version" v ON v."id" = r."versionId"
    LEFT JOIN "Person" h ON h."id" = r."headId" LEFT JOIN ${placementsOn(today)} pl ON pl."personId" = p."id"
    LEFT JOIN "Department" d ON d."id" = pl."departmentId"
    WHERE r."openKey" IS NOT NULL AND r."personId" <> ${actor.id} AND ${employedOn(sql`p."id"`, today)}
    ORDER BY r."id"`);
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt), tries: Number(row.tries) }));
}

/** What waits for an answer at somebody's desk; nothing where it is not theirs. */
export async function readTryRequests(
  db: Reader | Tx,
  actor: PersonActor,
  desk: TryDesk,
): Promise<OpenTryRequest[]> {
  if (desk === 'hr') return hasRole(actor, 'hr') ? readOpen(db, actor) : [];
  if (actor.headOf.length === 0) return [];
  const open = await readOpen(db, actor);
  return open.filter(({ departmentId }) => departmentId !== null && actor.headOf.includes(departmentId));
}

/** The scores of somebody's tries on an edition. Asked for only where the company lets scores be seen. */
export async function readTryScores(
  db: Reader | Tx,
  { personId, documentId, versionId }: Pick<OpenTryRequest, 'personId' | 'documentId' | 'versionId'>,
): Promise<number[]> {
  const tries = await db.attempt.findMany({
    where: { personId, documentId, versionId, submittedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { score: true },
  });
  return tries.map(({ score }) => score ?? 0);
}
