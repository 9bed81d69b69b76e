import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** A failed sign-in outlives its refusal, so it is a verb of its own. What was typed is not kept. */
export async function refuseSignIn(
  tx: Tx,
  actor: Actor,
  input: { personId: string | null },
): Promise<{ ok: true }> {
  await record(tx, actor, {
    name: 'sign-in.refused',
    subject: { type: 'person', id: input.personId ?? 'unknown' },
    facts: { known: input.personId !== null },
  });
  return { ok: true };
}
