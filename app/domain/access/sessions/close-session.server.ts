import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** Signing out, here or on another device of one's own. Closing a session that is gone already is no mistake. */
export async function closeSession(
  tx: Tx,
  actor: Actor,
  input: { sessionId: string },
): Promise<{ ok: true }> {
  const personId = actorId(actor) ?? undefined;
  const { count } = await tx.session.deleteMany({ where: { id: input.sessionId, personId } });
  if (count > 0) {
    await record(tx, actor, {
      name: 'session.closed',
      subject: { type: 'person', id: personId ?? 'unknown' },
      facts: {},
    });
  }
  return { ok: true };
}
