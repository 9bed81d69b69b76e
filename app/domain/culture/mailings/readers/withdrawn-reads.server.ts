import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Mailings that are sent, or wait for their time, while what some reader would get was withdrawn. */
export async function withdrawnMailings(db: Reader | Tx): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT m."id" FROM "Mailing" m WHERE m."state" = 'running' AND EXISTS (
      SELECT 1 FROM "MailingReader" r WHERE r."state" = 'queued' AND r."mailingId" = m."id"
        AND r."versionId" NOT IN (SELECT p."versionId" FROM "Publication" p WHERE p."withdrawnAt" IS NULL))`);
  return rows.map(({ id }) => id);
}
