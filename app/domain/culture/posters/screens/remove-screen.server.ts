import type { Actor } from '#app/domain/actor/actor.ts';
import { mayPublish } from '#app/domain/actor/role-grants.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import type { ScreenRefusal } from './screen.ts';

/** Its address opens nothing any more, for good. */
export async function removeScreen(
  tx: Tx,
  actor: Actor,
  { screenId }: { screenId: string },
): Promise<{ ok: true } | Refused<ScreenRefusal>> {
  if (!mayPublish(actor)) return { refused: 'not-allowed' };
  const screen = await tx.screen.findFirst({ where: { id: screenId, revokedAt: null } });
  if (!screen) return { refused: 'unknown-screen' };
  await tx.screen.update({ where: { id: screenId }, data: { revokedAt: now() }, select: { id: true } });
  await record(tx, actor, { name: 'screen.removed', subject: { type: 'screen', id: screenId }, facts: {} });
  return { ok: true };
}
