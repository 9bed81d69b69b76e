import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { countReaders } from './mailing-reads.server.ts';

/** Nobody waits any more, so the program closes it. */
export async function finishMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true } | Refused<'not-allowed' | 'not-over'>> {
  if (actor.kind !== 'system') return { refused: 'not-allowed' };
  const { sent, failed, uncertain, queued, sending } = await countReaders(tx, mailingId);
  if (queued + sending > 0) return { refused: 'not-over' };
  const { count } = await tx.mailing.updateMany({
    where: { id: mailingId, state: 'running' },
    data: { state: 'done', finishedAt: now() },
  });
  if (count === 0) return { refused: 'not-over' };
  await record(tx, actor, {
    name: 'mailing.finished',
    subject: { type: 'mailing', id: mailingId },
    facts: { sent, failed, uncertain },
  });
  return { ok: true };
}
