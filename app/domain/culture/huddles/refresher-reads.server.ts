import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type Refresher = {
  /** `<course>/<module>`. */
  module: string;
  heldOn: string;
  timeZone: string;
  people: string[];
};

/** What a huddle that was held refreshes, and for whom; null where its sheet says nothing. */
export async function readRefresher(db: Reader | Tx, heldId: string): Promise<Refresher | null> {
  const held = await db.huddleHeld.findUnique({
    where: { id: heldId },
    select: {
      versionId: true,
      heldOn: true,
      huddle: { select: { timeZone: true } },
      parts: { orderBy: { personId: 'asc' }, select: { personId: true } },
    },
  });
  const module = held && (await readVersion(db, held.versionId))?.front.refreshes;
  if (!held || typeof module !== 'string') return null;
  const { heldOn, huddle, parts } = held;
  return { module, heldOn, timeZone: huddle.timeZone, people: parts.map(({ personId }) => personId) };
}
