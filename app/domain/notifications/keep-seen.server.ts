import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Marks a person's notices as seen, up to the one shown to them last. */
export async function keepSeen(tx: Tx, input: { personId: string; upTo: string }): Promise<void> {
  await tx.notice.updateMany({
    where: { personId: input.personId, seenAt: null, id: { lte: input.upTo } },
    data: { seenAt: now() },
  });
}
