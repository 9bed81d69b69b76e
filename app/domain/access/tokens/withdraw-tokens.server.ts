import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayKeepPeople } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';

/**
 * Links and slips of somebody that were not used open nothing any more: their e-mail address is another one, they have
 * left, or they chose a password. It is one's own business, and that of whoever keeps people.
 */
export async function withdrawTokens(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ ok: true; count: number } | Refused<'not-allowed'>> {
  const { personId } = input;
  if (actorId(actor) !== personId && !mayKeepPeople(actor)) return { refused: 'not-allowed' };
  const purpose = { in: ['invitation', 'reset'] };
  const { count } = await tx.token.deleteMany({ where: { personId, purpose, usedAt: null } });
  if (count > 0) {
    await record(tx, actor, {
      name: 'token.withdrawn',
      subject: { type: 'person', id: personId },
      facts: { count },
    });
  }
  return { ok: true, count };
}
