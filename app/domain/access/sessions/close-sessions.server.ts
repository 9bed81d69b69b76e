import type { Actor, Role } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/** Signing out everywhere: oneself, or somebody else by whoever may act for them. */
export async function closeSessions(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true; count: number } | Refused<'not-allowed'>> {
  const { personId } = input;
  if (actorId(actor) !== personId) {
    const grants = await tx.roleGrant.findMany({
      where: { personId, revokedAt: null },
      select: { role: true },
    });
    const theirs = grants.map(({ role }) => role as Role);
    if (!mayActFor(actor, theirs)) return { refused: 'not-allowed' };
  }
  const { count } = await tx.session.deleteMany({ where: { personId } });
  if (count > 0) {
    await record(tx, actor, {
      name: 'sessions.closed',
      subject: { type: 'person', id: personId },
      facts: { count },
    });
  }
  return { ok: true, count };
}
