import type { Tx } from '#app/platform/db/database.server.ts';

export type Run = { job: string; startedAt: Date; finishedAt: Date; nextAt: Date; reason: string | null };

/** The last run of a recurring job, with the reason where it failed. */
export async function keepRun(tx: Tx, run: Run): Promise<void> {
  const { job, ...row } = run;
  await tx.recurringRun.upsert({ where: { job }, create: run, update: row });
}
