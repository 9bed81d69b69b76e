import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { openKey } from '../open-key.ts';

/** How somebody stands with a module; each is null where there is none. */
export type ModuleStand = {
  readingVersionId: string | null;
  part: string | null;
  partsRead: string | null;
  attemptVersionId: string | null;
  completedOn: string | null;
  commitment: string | null;
};

/** In one statement, since every page of a module asks it. */
export async function readModuleStand(
  db: Reader | Tx,
  personId: string,
  documentId: string,
): Promise<ModuleStand> {
  const key = openKey(personId, documentId);
  const rows = await db.$queryRaw<ModuleStand[]>(sql`
    SELECT r."versionId" AS "readingVersionId", r."part", r."partsRead", a."versionId" AS "attemptVersionId",
      (SELECT c."completedOn" FROM "Completion" c WHERE c."personId" = ${personId} AND c."documentId" = ${documentId}
        ORDER BY c."completedAt" DESC LIMIT 1) AS "completedOn",
      (SELECT k."text" FROM "Commitment" k WHERE k."personId" = ${personId} AND k."documentId" = ${documentId}
        ORDER BY k."madeAt" DESC LIMIT 1) AS "commitment"
    FROM (SELECT 1) LEFT JOIN "Reading" r ON r."openKey" = ${key} LEFT JOIN "Attempt" a ON a."openKey" = ${key}`);
  return rows[0]!;
}
