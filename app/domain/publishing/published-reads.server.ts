import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sql } from '#app/platform/db/sql.server.ts';
import { readStanding } from './library-reads.server.ts';

export type PublishedEdition = {
  versionId: string;
  language: string;
  number: number;
  title: string;
  front: Record<string, unknown>;
  /** When its text was saved. */
  savedAt: Date;
  publishedAt: Date;
  /** When the document's first edition in this language came out. */
  firstPublishedAt: Date;
};

/** By language; the original first. */
export type PublishedDocument = { documentId: string; slug: string; editions: PublishedEdition[] };

type Row = {
  documentId: string;
  slug: string;
  versionId: string;
  language: string;
  number: number;
  title: string;
  front: string;
  savedAt: string;
  publishedAt: string;
  firstPublishedAt: string;
};

let kept: { standing: string; byKind: Map<string, PublishedDocument[]> } | undefined;

/** All documents of a kind that people read today, by slug; kept until the next publication or withdrawal. */
export async function publishedDocuments(db: Reader | Tx, kind: string): Promise<PublishedDocument[]> {
  const standing = await readStanding(db);
  if (standing === null) return [];
  if (kept?.standing !== standing) kept = { standing, byKind: new Map() };
  const { byKind } = kept;
  const known = byKind.get(kind);
  if (known) return known;
  const documents = await load(db, kind);
  byKind.set(kind, documents);
  return documents;
}

export async function publishedDocument(
  db: Reader | Tx,
  kind: string,
  slug: string,
): Promise<PublishedDocument | null> {
  const documents = await publishedDocuments(db, kind);
  return documents.find((document) => document.slug === slug) ?? null;
}

/** Whether the original of a translation was written anew after it. */
export function isOlderThanOriginal({ editions }: PublishedDocument, edition: PublishedEdition): boolean {
  const original = editions.find(({ front }) => front.translationOf === undefined);
  return original !== undefined && original.savedAt > edition.savedAt;
}

async function load(db: Reader | Tx, kind: string): Promise<PublishedDocument[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT d."id" AS "documentId", d."slug", v."id" AS "versionId", v."language", v."number", v."title", v."front",
      v."createdAt" AS "savedAt", p."publishedAt", (SELECT MIN(first."publishedAt") FROM "Publication" first
        WHERE first."documentId" = d."id" AND first."language" = p."language") AS "firstPublishedAt"
    FROM "Document" d JOIN "Publication" p ON p."documentId" = d."id" JOIN "Version" v ON v."id" = p."versionId"
    WHERE d."kind" = ${kind} AND d."retiredAt" IS NULL AND p."withdrawnAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "Publication" later WHERE later."documentId" = p."documentId"
        AND later."language" = p."language" AND later."withdrawnAt" IS NULL
        AND (later."publishedAt" > p."publishedAt"
          OR (later."publishedAt" = p."publishedAt" AND later."id" > p."id")))
    ORDER BY d."slug", v."language"`);
  const documents = new Map<string, PublishedDocument>();
  for (const { documentId, slug, front, savedAt, publishedAt, firstPublishedAt, ...row } of rows) {
    const document = documents.get(documentId) ?? { documentId, slug, editions: [] };
    documents.set(documentId, document);
    const edition: PublishedEdition = {
      ...row,
      front: JSON.parse(front) as Record<string, unknown>,
      savedAt: new Date(savedAt),
      publishedAt: new Date(publishedAt),
      firstPublishedAt: new Date(firstPublishedAt),
    };
    if (edition.front.translationOf === undefined) document.editions.unshift(edition);
    else document.editions.push(edition);
  }
  return [...documents.values()];
}
