import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { emptySql, sql } from '#app/platform/db/sql.server.ts';
import type { Done } from './currency.ts';

type DoneRow = Omit<Done, 'number'> & { documentId: string; number: number | bigint };

/** What somebody has completed, courses too, oldest first; by document. */
export async function readDone(
  db: Reader | Tx,
  personId: string,
  documentId?: string,
): Promise<Map<string, Done[]>> {
  const ofOne = documentId === undefined ? emptySql : sql`AND c."documentId" = ${documentId}`;
  const rows = await db.$queryRaw<DoneRow[]>(sql`
    SELECT c."documentId", c."versionId", v."language", v."number", c."completedOn",
      CAST(c."completedAt" AS TEXT) AS "completedAt"
    FROM "Completion" c JOIN "Version" v ON v."id" = c."versionId"
    WHERE c."personId" = ${personId} ${ofOne} ORDER BY c."completedAt", c."id"`);
  const done = new Map<string, Done[]>();
  for (const { documentId: of, number, ...row } of rows) {
    done.set(of, [...(done.get(of) ?? []), { ...row, number: Number(number) }]);
  }
  return done;
}
