import type { Tx } from '#app/platform/db/database.server.ts';

/** A reaction that had failed before has succeeded; its effect stands in the same transaction. */
export async function keepDone(tx: Tx, input: { reaction: string; seq: number }): Promise<void> {
  await tx.reactionTry.deleteMany({ where: input });
}
