import { ulid } from 'ulid';
import type { Tx } from '#app/platform/db/database.server.ts';

/** What a screen shows, in this order, in place of what it showed. */
export async function keepScreenPosters(
  tx: Tx,
  screenId: string,
  documentIds: readonly string[],
): Promise<void> {
  await tx.screenPoster.deleteMany({ where: { screenId } });
  await tx.screenPoster.createMany({
    data: documentIds.map((documentId, position) => ({ id: ulid(), screenId, documentId, position })),
  });
}
