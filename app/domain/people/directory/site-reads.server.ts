import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type SiteChoice = { id: string; name: string };

export function readSites(db: Reader | Tx): Promise<SiteChoice[]> {
  return db.site.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}
