import type { Tx } from '#app/platform/db/database.server.ts';

/** When each session was last used, so that idle ones end after a restart too. */
export async function keepSeen(tx: Tx, seen: { sessionId: string; at: Date }[]): Promise<void> {
  for (const { sessionId, at } of seen) {
    await tx.session.updateMany({ where: { id: sessionId }, data: { seenAt: at } });
  }
}
