import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { inForceBetween } from '../history/in-force.ts';

/** Whether a site is open on every day of a span; `until` null is without end. */
export async function siteStand(
  db: Reader | Tx,
  siteId: string,
  from: string,
  until: string | null,
): Promise<'open' | 'closed' | 'unknown'> {
  if ((await db.site.count({ where: { id: siteId } })) === 0) return 'unknown';
  const rows = await db.siteTerms.findMany({ where: { siteId }, select: { fromOn: true, closed: true } });
  return inForceBetween(rows, from, until).some(({ closed }) => closed) ? 'closed' : 'open';
}
