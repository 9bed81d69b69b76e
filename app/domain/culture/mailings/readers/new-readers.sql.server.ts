import { sqlInstant } from '#app/platform/db/instant.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

export type NewReader = { id: string; personId: string; versionId: string; siteId: string; dueAt: Date };

/** Many rows in one statement: thousands of them, each with its own parameters, would hold up every other writer. */
export async function insertReaders(tx: Tx, mailingId: string, readers: NewReader[]): Promise<void> {
  const rows = readers.map(({ dueAt, ...reader }) => ({ ...reader, dueAt: sqlInstant(dueAt) }));
  await tx.$executeRaw(sql`
    INSERT INTO "MailingReader" ("id", "mailingId", "personId", "versionId", "siteId", "state", "tries", "dueAt", "messageId")
    SELECT row.value ->> 'id', ${mailingId}, row.value ->> 'personId', row.value ->> 'versionId', row.value ->> 'siteId',
      'queued', 0, row.value ->> 'dueAt', ${mailingId} || '.' || (row.value ->> 'personId')
    FROM json_each(${JSON.stringify(rows)}) row`);
}
