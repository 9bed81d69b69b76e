import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { record } from '#app/domain/events/record.server.ts';
import { inLanguage } from '#app/domain/publishing/library.ts';
import { publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { type HangRefusal, openKeyOf, type WallSize } from './hanging.ts';
import { sitesOfHead } from './sites-of-head.sql.server.ts';

export type HangPoster = {
  siteId: string;
  documentId: string;
  /** Else the actor's own, else the original. */
  language?: string;
  place?: string;
  size?: WallSize;
};

/** Today's edition hangs at a site from today. What hung there of the same poster is taken down with it. */
export async function hangPoster(
  tx: Tx,
  actor: PersonActor,
  { siteId, documentId, language, place, size }: HangPoster,
): Promise<{ ok: true; hangingId: string } | Refused<HangRefusal>> {
  const sites = await sitesOfHead(tx, actor);
  if (sites.length === 0) return { refused: 'not-allowed' };
  const site = sites.find(({ id }) => id === siteId);
  if (!site) return { refused: 'unknown-site' };
  const posters = await publishedDocuments(tx, 'poster');
  const editions = posters.find((poster) => poster.documentId === documentId)?.editions ?? [];
  const edition = inLanguage(editions, language ?? actor.language) ?? editions[0];
  if (!edition) return { refused: 'not-published' };
  const openKey = openKeyOf(siteId, documentId);
  const today = dateIn(site.timeZone);
  const at = now();
  await tx.hanging.updateMany({
    where: { openKey },
    data: { openKey: null, takenDownOn: today, takenDownAt: at, takenDownById: actor.id },
  });
  const id = ulid();
  const { versionId } = edition;
  const hung = { hungOn: today, hungAt: at, hungById: actor.id };
  await tx.hanging.create({
    data: { id, siteId, documentId, versionId, place, size, openKey, ...hung },
    select: { id: true },
  });
  await record(tx, actor, {
    name: 'poster.hung',
    subject: { type: 'hanging', id },
    facts: { siteId, documentId, versionId },
  });
  return { ok: true, hangingId: id };
}
