import type { Tx } from '#app/platform/db/database.server.ts';

/** A recurring job begins. Written before it does, so that a run that is killed can be told from one that was not. */
export async function keepRunBegun(
  tx: Tx,
  { job, startedAt, nextAt }: { job: string; startedAt: Date; nextAt: Date },
): Promise<void> {
  const row = { startedAt, finishedAt: null, nextAt, reason: null };
  await tx.recurringRun.upsert({ where: { job }, create: { job, ...row }, update: row });
}
