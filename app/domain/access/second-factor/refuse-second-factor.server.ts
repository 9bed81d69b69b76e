import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** A wrong code outlives its refusal, so it is a verb of its own. What was typed is not kept. */
export async function refuseSecondFactor(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true }> {
  await record(tx, actor, {
    name: 'second-factor.refused',
    subject: { type: 'person', id: input.personId },
    facts: {},
  });
  return { ok: true };
}
