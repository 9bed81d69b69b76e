import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Talks that were held in a department in a month (`2026-03`). */
export type TalkCount = {
  departmentId: string;
  month: string;
  held: number;
  withGuests: number;
  lastOn: string;
};

type Row = Omit<TalkCount, 'held' | 'withGuests'> & { held: number | bigint; withGuests: number | bigint };

/** By department and month of the day on which they were, both days inclusive. */
export async function countTalksHeld(
  db: Reader | Tx,
  { from, to }: { from: string; to: string },
): Promise<TalkCount[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT me."departmentId", substr(me."day", 1, 7) AS "month", COUNT(*) AS "held",
      SUM(me."kind" = 'guests') AS "withGuests", MAX(me."day") AS "lastOn"
    FROM "Meeting" me JOIN "MeetingHolding" h ON h."meetingId" = me."id"
    WHERE me."day" >= ${from} AND me."day" <= ${to}
    GROUP BY me."departmentId", substr(me."day", 1, 7)`);
  return rows.map(({ held, withGuests, ...row }) => ({
    ...row,
    held: Number(held),
    withGuests: Number(withGuests),
  }));
}
