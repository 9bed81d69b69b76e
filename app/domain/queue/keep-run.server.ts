import type { Tx } from '#app/platform/db/database.server.ts';

/** A recurring job has ended, with the reason where it failed. */
export async function keepRun(
  tx: Tx,
  { job, finishedAt, reason }: { job: string; finishedAt: Date; reason: string | null },
): Promise<void> {
  await tx.recurringRun.updateMany({ where: { job }, data: { finishedAt, reason } });
}
