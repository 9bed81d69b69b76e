import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { ChainCheck } from '#app/domain/events/event-reads.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/** The chain of events was recomputed; what was found is the next event in it. */
export async function noteChainCheck(
  tx: Tx,
  actor: Actor,
  check: ChainCheck,
): Promise<{ ok: true } | Refused<'not-allowed'>> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const found = check.intact
    ? { length: check.length, brokenAt: null }
    : { length: check.brokenAt - 1, brokenAt: check.brokenAt };
  await record(tx, actor, {
    name: 'chain.checked',
    subject: { type: 'chain', id: check.intact ? check.head : String(check.brokenAt) },
    facts: { intact: check.intact, ...found },
  });
  return { ok: true };
}
