import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type SiteChoice = { id: string; name: string };

/** Those where people can work, by name. */
export function readSites(db: Reader | Tx): Promise<SiteChoice[]> {
  return db.site.findMany({
    where: { closed: false },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
