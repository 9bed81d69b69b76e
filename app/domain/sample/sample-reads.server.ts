import type { Reader, Tx } from '#app/platform/db/database.server.ts';

/** Whether the making of the sample company came to its end. */
export async function sampleIsFinished(db: Reader | Tx): Promise<boolean> {
  return (await db.event.count({ where: { name: 'sample.finished' } })) > 0;
}
