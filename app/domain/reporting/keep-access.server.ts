import { ulid } from 'ulid';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Notes that somebody took a copy of something. It has to be written before they have it. */
export async function keepAccess(
  tx: Tx,
  access: { personId: string; resource: string; query: string },
): Promise<void> {
  const { personId, resource, query } = access;
  await tx.accessRecord.create({
    data: { id: ulid(), personId, resource, query: query.slice(0, 1000), at: now() },
    select: { id: true },
  });
}
