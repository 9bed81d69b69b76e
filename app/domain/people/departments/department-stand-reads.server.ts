import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { inForceBetween } from '../history/in-force.ts';

/** Whether a department is open on every day of a span; `until` null is without end. */
export async function departmentStand(
  db: Reader | Tx,
  departmentId: string,
  from: string,
  until: string | null,
): Promise<'open' | 'closed' | 'unknown'> {
  const rows = await db.departmentPlacement.findMany({
    where: { departmentId },
    select: { fromOn: true, closed: true },
  });
  if (rows.length === 0) return 'unknown';
  return inForceBetween(rows, from, until).some(({ closed }) => closed) ? 'closed' : 'open';
}
