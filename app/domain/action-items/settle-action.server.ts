import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { ActionOutcome } from './action-item.ts';
import { statusOf } from './action-item.ts';
import { actionToKeep } from './action-reads.server.ts';

export type SettleActionRefusal = 'no-such-action' | 'reason-missing';

export type SettledAction = { actionId: string; outcome: ActionOutcome; reason: string | null };

/**
 * Its owner, or who heads the department, says that it is done, or that it is dropped and why. Said twice, it is said
 * once.
 */
export async function settleAction(
  tx: Tx,
  actor: PersonActor,
  { actionId, outcome, reason }: SettledAction,
): Promise<{ ok: true } | Refused<SettleActionRefusal>> {
  const item = await actionToKeep(tx, actor, actionId);
  if (!item) return { refused: 'no-such-action' };
  if (outcome === 'dropped' && !reason) return { refused: 'reason-missing' };
  if (statusOf(item.settlements[0]) !== 'open') return { ok: true };
  const said = { outcome, reason: outcome === 'dropped' ? reason : null };
  await tx.actionSettlement.create({
    data: { id: ulid(), itemId: actionId, ...said, settledAt: now(), settledById: actor.id },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'action.settled',
    subject: { type: 'action', id: actionId },
    facts: { outcome },
  });
  return { ok: true };
}
