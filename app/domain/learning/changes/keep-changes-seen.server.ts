import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Somebody has looked at what an edition changed. Once is enough. */
export async function keepChangesSeen(
  tx: Tx,
  { personId, versionId }: { personId: string; versionId: string },
): Promise<void> {
  await tx.changeSeen.upsert({
    where: { personId_versionId: { personId, versionId } },
    create: { personId, versionId, seenAt: now() },
    update: {},
  });
}
