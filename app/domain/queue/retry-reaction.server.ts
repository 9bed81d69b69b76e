import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { ReactionName } from './job.ts';

export type RetryReactionRefusal = 'not-allowed' | 'nothing-waits';

/** A reaction that waits for its next try, or has stopped, is tried again now, and as often as a new one. */
export async function retryReaction(
  tx: Tx,
  actor: Actor,
  { reaction, seq }: { reaction: ReactionName; seq: number },
): Promise<{ ok: true } | Refused<RetryReactionRefusal>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const waiting = await tx.reactionTry.updateMany({
    where: { reaction, seq },
    data: { state: 'waiting', tries: 0, nextAt: now() },
  });
  if (waiting.count === 0) return { refused: 'nothing-waits' };
  await record(tx, actor, {
    name: 'reaction.retried',
    subject: { type: 'reaction', id: reaction },
    facts: { seq },
  });
  return { ok: true };
}
