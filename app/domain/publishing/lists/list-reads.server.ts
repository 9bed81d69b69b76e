import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { ListTree } from '../document-tree.ts';
import { readStanding } from '../library-reads.server.ts';
import { readVersion } from '../version-reads.server.ts';
import { listKinds, listLanguage, type Entries, type ListKind } from './list.ts';

export type PublishedList<K extends ListKind = ListKind> = { language: string; entries: Entries[K] };

type Lists = Map<ListKind, Map<string, ListTree['entries']>>;

let kept: { standing: string; lists: Promise<Lists> } | undefined;

/** What people read of a list today: in their language, else the original. Nothing where none is published. */
export async function readList<K extends ListKind>(
  db: Reader | Tx,
  kind: K,
  language: string,
): Promise<PublishedList<K>> {
  const editions = (await readLists(db)).get(kind);
  const found = [language, listLanguage, ...(editions?.keys() ?? [])].find((one) => editions?.has(one));
  if (!editions || found === undefined) return { language: listLanguage, entries: [] as never };
  return { language: found, entries: editions.get(found) as Entries[K] };
}

async function readLists(db: Reader | Tx): Promise<Lists> {
  const standing = await readStanding(db);
  if (standing === null) return new Map();
  if (kept?.standing === standing) return kept.lists;
  const lists = loadLists(db);
  kept = { standing, lists };
  // A reading that failed is not kept.
  lists.catch(() => {
    if (kept?.lists === lists) kept = undefined;
  });
  return lists;
}

async function loadLists(db: Reader | Tx): Promise<Lists> {
  const documents = await db.document.findMany({
    where: { kind: { in: [...listKinds] }, retiredAt: null },
    select: {
      kind: true,
      publications: {
        where: { withdrawnAt: null },
        orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
        select: { versionId: true, language: true },
      },
    },
  });
  const lists: Lists = new Map();
  for (const { kind, publications } of documents) {
    const newest = new Map(publications.map(({ language, versionId }) => [language, versionId]));
    const editions = new Map<string, ListTree['entries']>();
    for (const [language, versionId] of newest) {
      const version = await readVersion(db, versionId);
      if (version) editions.set(language, (version.tree as ListTree).entries);
    }
    lists.set(kind as ListKind, editions);
  }
  return lists;
}
