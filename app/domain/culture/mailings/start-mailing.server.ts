import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { FreezeMailingRefusal } from './freeze-mailing.server.ts';
import { freezeMailing } from './freeze-mailing.server.ts';

/** Its readers are written down, and it goes: now, or at the time that was planned. */
export async function startMailing(
  tx: Tx,
  actor: Actor,
  { mailingId }: { mailingId: string },
): Promise<{ ok: true; startAt: Date } | Refused<FreezeMailingRefusal>> {
  const frozen = await freezeMailing(tx, actor, { mailingId });
  if ('refused' in frozen) return frozen;
  const { startAt } = frozen;
  await tx.mailing.update({ where: { id: mailingId }, data: { state: 'running' }, select: { id: true } });
  await record(tx, actor, {
    name: 'mailing.started',
    subject: { type: 'mailing', id: mailingId },
    facts: { startAt: startAt.toISOString() },
  });
  return { ok: true, startAt };
}
