import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { KeptFile } from './file.ts';

/** Says in the database that a file is there. The same content twice is one file. */
export async function keepFile(tx: Tx, { hash, mediaType, size }: KeptFile): Promise<void> {
  const file = { mediaType, size, createdAt: now() };
  await tx.file.upsert({ where: { hash }, create: { hash, ...file }, update: {} });
}
