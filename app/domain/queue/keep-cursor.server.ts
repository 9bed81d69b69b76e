import type { Tx } from '#app/platform/db/database.server.ts';

/** How far a reaction has come. A new one starts at the end of what has happened. */
export async function keepCursor(tx: Tx, input: { reaction: string; seq: number }): Promise<void> {
  const { reaction, seq } = input;
  await tx.reactionCursor.upsert({ where: { reaction }, create: { reaction, seq }, update: { seq } });
}
