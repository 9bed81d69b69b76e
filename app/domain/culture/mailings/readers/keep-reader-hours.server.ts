import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

type Hours = { mailingId: string; siteId: string; dueAt: Date };

/** Whoever of a site is due outside its working hours waits until they begin. */
export async function keepReaderHours(tx: Tx, { mailingId, siteId, dueAt }: Hours): Promise<void> {
  await tx.mailingReader.updateMany({
    where: { state: 'queued', mailingId, siteId, dueAt: { lte: now() } },
    data: { dueAt },
  });
}
