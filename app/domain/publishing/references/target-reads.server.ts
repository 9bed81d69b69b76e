import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { isCultureTree } from '../document-tree.ts';
import { inLanguage } from '../library.ts';
import { publishedDocuments } from '../published-reads.server.ts';
import { caseIn } from '../tree/case-in.ts';
import { partOf, referencesIn, type NamedReference } from '../tree/references-in.ts';
import { readVersion } from '../version-reads.server.ts';

type Target = { toDocumentId: string; toVersionId: string };

/** What people read of the named document now, best in the same language. */
export async function findTarget(
  db: Reader | Tx,
  { kind, name }: NamedReference,
  language: string,
): Promise<Target | null> {
  const documents = await publishedDocuments(db, kind === 'case' ? 'module' : 'poster');
  for (const { documentId, slug, editions } of documents) {
    if (kind === 'poster' && slug !== name) continue;
    const edition = inLanguage(editions, language) ?? editions[0];
    const version = edition && (await readVersion(db, edition.versionId));
    if (!version || (kind === 'case' && !caseIn(version.tree, name))) continue;
    return { toDocumentId: documentId, toVersionId: version.id };
  }
  return null;
}

/** `isGone`: nobody reads it any more in the language it is shown in; whoever shows the document leaves it out. */
export type PinnedReference = {
  /** `case:<id>` or `poster:<slug>`. */
  part: string;
  position: number;
  kind: string;
  slug: string;
  toDocumentId: string;
  toVersionId: string | null;
  isGone: boolean;
};

/** What an edition that was never published would be tied to now: for whoever looks at it before. */
async function referencesToBe(db: Reader | Tx, versionId: string): Promise<PinnedReference[]> {
  const version = await readVersion(db, versionId);
  if (!version || !isCultureTree(version.tree)) return [];
  const found: PinnedReference[] = [];
  for (const [position, reference] of referencesIn(version.tree).entries()) {
    const target = await findTarget(db, reference, version.language);
    if (!target) continue;
    const { kind, slug } = await db.document.findUniqueOrThrow({
      where: { id: target.toDocumentId },
      select: { kind: true, slug: true },
    });
    found.push({ part: partOf(reference), position, kind, slug, ...target, isGone: false });
  }
  return found;
}

/** In the order of the text. */
export async function referencesFrom(db: Reader | Tx, versionId: string): Promise<PinnedReference[]> {
  const rows = await db.reference.findMany({
    where: { fromVersionId: versionId },
    orderBy: { position: 'asc' },
    select: {
      part: true,
      position: true,
      toDocumentId: true,
      toVersionId: true,
      toVersion: { select: { language: true } },
      toDocument: {
        select: {
          kind: true,
          slug: true,
          retiredAt: true,
          publications: { where: { withdrawnAt: null }, select: { language: true } },
        },
      },
    },
  });
  if (rows.length === 0) return referencesToBe(db, versionId);
  return rows.map(({ toDocument: { kind, slug, retiredAt, publications }, toVersion, ...row }) => ({
    ...row,
    kind,
    slug,
    isGone:
      retiredAt !== null ||
      !publications.some(({ language }) => toVersion === null || language === toVersion.language),
  }));
}
