import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';

/** Mondays that a department held in a month (`2026-03`). */
export type HuddleCount = { departmentId: string; month: string; held: number; lastOn: string };

/** By department and month of the day on which they were, both days inclusive; of corrections the newest counts. */
export async function countHuddlesHeld(
  db: Reader | Tx,
  { from, to }: { from: string; to: string },
): Promise<HuddleCount[]> {
  const rows = await db.$queryRaw<(Omit<HuddleCount, 'held'> & { held: number | bigint })[]>(sql`
    SELECT hu."departmentId", substr(h."heldOn", 1, 7) AS "month", COUNT(*) AS "held", MAX(h."heldOn") AS "lastOn"
    FROM "Huddle" hu JOIN "HuddleHeld" h ON h."huddleId" = hu."id"
    WHERE h."heldOn" >= ${from} AND h."heldOn" <= ${to} AND NOT EXISTS (
      SELECT 1 FROM "HuddleHeld" later WHERE later."huddleId" = h."huddleId" AND (later."toldAt" > h."toldAt"
        OR (later."toldAt" = h."toldAt" AND later."id" > h."id")))
    GROUP BY hu."departmentId", substr(h."heldOn", 1, 7)`);
  return rows.map(({ held, ...row }) => ({ ...row, held: Number(held) }));
}
