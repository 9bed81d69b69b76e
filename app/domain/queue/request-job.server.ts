import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { RecurringName } from './job.ts';

/** Makes a recurring job due now. One that is running runs once more when it is done. */
export async function requestJob(
  tx: Tx,
  actor: Actor,
  { job }: { job: RecurringName },
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const nextAt = now();
  await tx.recurringRun.upsert({ where: { job }, create: { job, nextAt }, update: { nextAt } });
  await record(tx, actor, { name: 'job.requested', subject: { type: 'job', id: job }, facts: {} });
  return { ok: true };
}
