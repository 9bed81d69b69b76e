import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { readPosters } from '../poster-reads.server.ts';
import type { Poster } from '../poster.ts';
import { type HangingState, wallSizes, type WallSize } from './hanging.ts';

export type Hanging = {
  documentId: string;
  slug: string;
  /** Of the edition that hangs. */
  title: string;
  language: string;
  state: HangingState;
  place: string | null;
  size: WallSize | null;
  hungOn: string;
};

export type Checklist = {
  /** What hangs in an edition that is not today's, the longest first. */
  toReplace: Hanging[];
  /** What people may print, each with how it hangs here. */
  posters: { poster: Poster; hanging: Hanging | null }[];
};

/** What hangs at a site and what could. */
export async function readChecklist(db: Reader | Tx, siteId: string, language: string): Promise<Checklist> {
  const posters = await readPosters(db, language);
  const hangings = await readHangings(db, siteId, posters);
  const outdated = hangings.filter(({ state }) => state !== 'current');
  const byDocument = new Map(hangings.map((hanging) => [hanging.documentId, hanging]));
  const isOutdated = new Set(outdated.map(({ documentId }) => documentId));
  return {
    toReplace: outdated.toSorted((a, b) => a.hungOn.localeCompare(b.hungOn)),
    posters: posters
      .filter(({ documentId }) => !isOutdated.has(documentId))
      .map((poster) => ({ poster, hanging: byDocument.get(poster.documentId) ?? null })),
  };
}

async function readHangings(db: Reader | Tx, siteId: string, posters: Poster[]): Promise<Hanging[]> {
  const rows = await db.hanging.findMany({
    where: { siteId, openKey: { not: null } },
    orderBy: { id: 'asc' },
    select: {
      documentId: true,
      versionId: true,
      place: true,
      size: true,
      hungOn: true,
      version: { select: { title: true, language: true } },
      document: { select: { slug: true } },
    },
  });
  const published = new Map(posters.map((poster) => [poster.documentId, poster]));
  return rows.map(({ versionId, version, document, size, ...row }) => ({
    ...row,
    ...version,
    slug: document.slug,
    size: wallSizes.find((one) => one === size) ?? null,
    state: stateOf(versionId, published.get(row.documentId)),
  }));
}

/** A poster that hangs at a site, whether people may still print it or not. */
export async function hangingOf(db: Reader | Tx, siteId: string, slug: string): Promise<Hanging | null> {
  const hangings = await readHangings(db, siteId, await readPosters(db, 'en'));
  return hangings.find((hanging) => hanging.slug === slug) ?? null;
}

function stateOf(versionId: string, poster: Poster | undefined): HangingState {
  if (!poster) return 'gone';
  return poster.editions.some((edition) => edition.versionId === versionId) ? 'current' : 'outdated';
}

/** How many posters at these sites want replacing or taking down. */
export async function countOutdated(db: Reader | Tx, siteIds: readonly string[]): Promise<number> {
  const posters = await readPosters(db, 'en');
  let count = 0;
  for (const siteId of siteIds) {
    const hangings = await readHangings(db, siteId, posters);
    count += hangings.filter(({ state }) => state !== 'current').length;
  }
  return count;
}
