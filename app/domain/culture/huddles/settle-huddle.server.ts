import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPlanHuddles } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { findHuddle } from './huddle-reads.server.ts';

export type SettleHuddleRefusal = 'not-allowed' | 'not-over' | 'settled';

/** The day on which it was told is over: what was told last stands, and now something may follow from it. */
export async function settleHuddle(
  tx: Tx,
  actor: Actor,
  input: { huddleId: string },
): Promise<{ ok: true; heldId: string } | Refused<SettleHuddleRefusal>> {
  if (!mayPlanHuddles(actor)) return { refused: 'not-allowed' };
  const { huddleId } = input;
  const huddle = await findHuddle(tx, huddleId);
  if (!huddle?.held || huddle.state !== 'held') return { refused: 'not-over' };
  if ((await tx.huddleSettlement.count({ where: { huddleId } })) > 0) return { refused: 'settled' };
  const { id: heldId, heldOn } = huddle.held;
  await tx.huddleSettlement.create({
    data: { huddleId, heldId, settledAt: now() },
    select: { huddleId: true },
  });
  await record(tx, actor, {
    name: 'huddle.settled',
    subject: { type: 'huddle', id: huddleId },
    facts: { heldId, day: heldOn },
  });
  return { ok: true, heldId };
}
