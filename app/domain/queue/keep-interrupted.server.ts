import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { interrupted } from './job.ts';

/** Not at once: a job that brings the program down would otherwise keep it from ever starting. */
const pause = 5 * 60_000;

/** What was running when the program stopped, told when it starts again. It runs anew before its next time. */
export async function keepInterrupted(tx: Tx): Promise<void> {
  const soon = new Date(now().getTime() + pause);
  const cut = { startedAt: { not: null }, finishedAt: null };
  await tx.recurringRun.updateMany({ where: { ...cut, nextAt: { gt: soon } }, data: { nextAt: soon } });
  await tx.recurringRun.updateMany({ where: cut, data: { reason: interrupted } });
}
