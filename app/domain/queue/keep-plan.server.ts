import type { Tx } from '#app/platform/db/database.server.ts';

/** When a recurring job that has not run yet runs for the first time. */
export async function keepPlan(tx: Tx, { job, nextAt }: { job: string; nextAt: Date }): Promise<void> {
  await tx.recurringRun.upsert({ where: { job }, create: { job, nextAt }, update: {} });
}
