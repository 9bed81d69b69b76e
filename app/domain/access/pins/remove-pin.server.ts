import type { Actor } from '#app/domain/actor/actor.ts';
import { actorId } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { rolesOf } from '../roles-reads.server.ts';

/** One's own, or as HR somebody else's. Their name goes from the tablets. */
export async function removePin(
  tx: Tx,
  actor: Actor,
  { personId }: { personId: string },
): Promise<{ ok: true } | Refused<'not-allowed' | 'none-set'>> {
  const byOther = actorId(actor) !== personId;
  if (byOther && !mayActFor(actor, await rolesOf(tx, personId))) return { refused: 'not-allowed' };
  const { count } = await tx.credential.deleteMany({ where: { personId, kind: 'pin' } });
  if (count === 0) return { refused: 'none-set' };
  await tx.session.deleteMany({ where: { personId, kind: 'tablet' } });
  await record(tx, actor, {
    name: 'pin.removed',
    subject: { type: 'person', id: personId },
    facts: { byOther },
  });
  return { ok: true };
}
