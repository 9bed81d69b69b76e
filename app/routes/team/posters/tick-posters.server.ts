import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hangPoster } from '#app/domain/culture/posters/hangings/hang-poster.server.ts';
import { hangingOf } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { takeDownPoster } from '#app/domain/culture/posters/hangings/take-down-poster.server.ts';
import { readPoster } from '#app/domain/culture/posters/poster-reads.server.ts';
import { transact } from '#app/platform/db/database.server.ts';

/** By slug, what was ticked when the page was drawn, and what is now. */
type Ticks = { before: string[]; now: string[] };

/**
 * What was ticked is hung, what was unticked is taken down. What somebody else did in between stays as they left it: it
 * is not hung twice, and what is down is down.
 */
export async function tickPosters(actor: PersonActor, siteId: string, { before, now }: Ticks): Promise<void> {
  await transact(async (tx) => {
    for (const slug of new Set(now.filter((one) => !before.includes(one)))) {
      const poster = await readPoster(tx, slug, actor.language);
      const hangs = await hangingOf(tx, siteId, slug);
      if (poster && !hangs) await hangPoster(tx, actor, { siteId, documentId: poster.documentId });
    }
    for (const slug of new Set(before.filter((one) => !now.includes(one)))) {
      const hanging = await hangingOf(tx, siteId, slug);
      if (hanging) await takeDownPoster(tx, actor, { siteId, documentId: hanging.documentId });
    }
    return { ok: true as const };
  });
}
