import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { ScreenRefusal } from './screen.ts';

/** A new address; the one before opens nothing any more. `generation` is the one that was seen: pressed twice, it is renewed once. */
export async function renewScreenAddress(
  tx: Tx,
  actor: Actor,
  { screenId, generation }: { screenId: string; generation: number },
): Promise<{ ok: true } | Refused<ScreenRefusal>> {
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const screen = await tx.screen.findFirst({ where: { id: screenId, revokedAt: null } });
  if (!screen) return { refused: 'unknown-screen' };
  if (screen.generation !== generation) return { ok: true };
  await tx.screen.update({
    where: { id: screenId },
    data: { generation: generation + 1 },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'screen.readdressed',
    subject: { type: 'screen', id: screenId },
    facts: { generation: generation + 1 },
  });
  return { ok: true };
}
