import type { Reader } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type AskedVersion = {
  id: string;
  language: string;
  number: number;
  tree: string;
  answerKey: string;
};

/** Every edition of a module that people ever read, newest first. */
export async function askedVersions(db: Reader, documentId: string): Promise<AskedVersion[]> {
  const rows = await db.$queryRaw<(Omit<AskedVersion, 'number'> & { number: number | bigint })[]>(sql`
    SELECT v."id", v."language", v."number", v."tree", v."answerKey" FROM "Version" v
    WHERE v."documentId" = ${documentId} AND EXISTS (SELECT 1 FROM "Publication" p WHERE p."versionId" = v."id")
    ORDER BY v."number" DESC, v."createdAt"`);
  return rows.map(({ number, ...version }) => ({ ...version, number: Number(number) }));
}

/** How many tries of an edition are handed in. */
export async function countTries(db: Reader, versionId: string): Promise<number> {
  const [found] = await db.$queryRaw<{ tries: number | bigint }[]>(sql`
    SELECT COUNT(*) AS "tries" FROM "Attempt" WHERE "versionId" = ${versionId} AND "submittedAt" IS NOT NULL`);
  return Number(found?.tries ?? 0);
}

/** The answers of everybody's first try of an edition that was handed in; the same answers as one row. */
export async function firstAnswers(
  db: Reader,
  versionId: string,
): Promise<{ answers: string; times: number }[]> {
  const rows = await db.$queryRaw<{ answers: string; times: number | bigint }[]>(sql`
    SELECT a."answers", COUNT(*) AS "times" FROM "Attempt" a
    WHERE a."versionId" = ${versionId} AND a."submittedAt" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Attempt" before WHERE before."personId" = a."personId" AND before."documentId" = a."documentId"
        AND before."number" < a."number" AND before."versionId" = a."versionId" AND before."submittedAt" IS NOT NULL)
    GROUP BY a."answers"`);
  return rows.map(({ answers, times }) => ({ answers, times: Number(times) }));
}
