import type { Reader } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Both by the ends of the tables, for a table is counted by reading all of it. */
export async function measureCompany(db: Reader): Promise<{ people: number; events: number }> {
  const [found] = await db.$queryRaw<{ people: number | null; events: number | null }[]>(sql`
    SELECT (SELECT MAX(rowid) FROM "Person") AS "people", (SELECT MAX("seq") FROM "Event") AS "events"`);
  return { people: Number(found?.people ?? 0), events: Number(found?.events ?? 0) };
}
