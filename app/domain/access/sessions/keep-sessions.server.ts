import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Expired sessions go. Returns how many went. */
export async function keepSessions(tx: Tx): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { expiresAt: { lte: now() } } });
  return count;
}
