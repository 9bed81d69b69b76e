import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { openKeyOf, type TakeDownRefusal } from './hanging.ts';
import { sitesOfHead } from './sites-of-head.sql.server.ts';

/** It hangs at the site no more. */
export async function takeDownPoster(
  tx: Tx,
  actor: PersonActor,
  { siteId, documentId }: { siteId: string; documentId: string },
): Promise<{ ok: true } | Refused<TakeDownRefusal>> {
  const sites = await sitesOfHead(tx, actor);
  if (sites.length === 0) return { refused: 'not-allowed' };
  const site = sites.find(({ id }) => id === siteId);
  if (!site) return { refused: 'unknown-site' };
  const hanging = await tx.hanging.findUnique({ where: { openKey: openKeyOf(siteId, documentId) } });
  if (!hanging) return { refused: 'not-hanging' };
  const { id, versionId } = hanging;
  const down = { takenDownOn: dateIn(site.timeZone), takenDownAt: now(), takenDownById: actor.id };
  await tx.hanging.update({ where: { id }, data: { openKey: null, ...down }, select: { id: true } });
  await record(tx, actor, {
    name: 'poster.taken-down',
    subject: { type: 'hanging', id },
    facts: { siteId, documentId, versionId },
  });
  return { ok: true };
}
