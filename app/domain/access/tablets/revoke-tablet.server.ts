import type { Actor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { mayKeepTablet } from './tablet.ts';

/** The device shows nobody any more, and whoever is signed in on it is so no longer. Revoking twice is no mistake. */
export async function revokeTablet(
  tx: Tx,
  actor: Actor,
  { tabletId }: { tabletId: string },
): Promise<{ ok: true } | Refused<'not-allowed' | 'unknown-tablet'>> {
  const tablet = await tx.tablet.findUnique({
    where: { id: tabletId },
    select: { departmentId: true, revokedAt: true },
  });
  if (!tablet) return { refused: 'unknown-tablet' };
  if (!mayKeepTablet(actor, tablet.departmentId)) return { refused: 'not-allowed' };
  if (tablet.revokedAt) return { ok: true };
  await tx.tablet.update({ where: { id: tabletId }, data: { revokedAt: now() } });
  await tx.session.deleteMany({ where: { tabletId } });
  await record(tx, actor, { name: 'tablet.revoked', subject: { type: 'tablet', id: tabletId }, facts: {} });
  return { ok: true };
}
