import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { statusOf } from './action-item.ts';
import { actionToKeep } from './action-reads.server.ts';

export type ReopenActionRefusal = 'no-such-action';

/** It was said to be done or dropped, and is not. */
export async function reopenAction(
  tx: Tx,
  actor: PersonActor,
  { actionId }: { actionId: string },
): Promise<{ ok: true } | Refused<ReopenActionRefusal>> {
  const item = await actionToKeep(tx, actor, actionId);
  if (!item) return { refused: 'no-such-action' };
  if (statusOf(item.settlements[0]) === 'open') return { ok: true };
  const said = { outcome: 'reopened', reason: null, settledAt: now(), settledById: actor.id };
  await tx.actionSettlement.create({ data: { id: ulid(), itemId: actionId, ...said }, select: { id: true } });
  await record(tx, actor, { name: 'action.reopened', subject: { type: 'action', id: actionId }, facts: {} });
  return { ok: true };
}
