import { inLanguage } from '#app/domain/publishing/library.ts';
import type { PublishedDocument } from '#app/domain/publishing/published-reads.server.ts';
import { publishedDocument, publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { Poster } from './poster.ts';

/** All that people may print today, the newest first. */
export async function readPosters(db: Reader | Tx, language: string): Promise<Poster[]> {
  const documents = await publishedDocuments(db, 'poster');
  const since = ({ editions }: PublishedDocument) =>
    Math.max(...editions.map((one) => Number(one.firstPublishedAt)));
  return documents
    .toSorted((a, b) => since(b) - since(a) || a.slug.localeCompare(b.slug))
    .flatMap((document) => posterOf(document, language) ?? []);
}

export async function readPoster(db: Reader | Tx, slug: string, language: string): Promise<Poster | null> {
  const document = await publishedDocument(db, 'poster', slug);
  return document && posterOf(document, language);
}

function posterOf({ documentId, slug, editions }: PublishedDocument, language: string): Poster | null {
  const edition = inLanguage(editions, language) ?? editions[0];
  if (!edition) return null;
  const text = (key: string) => (typeof edition.front[key] === 'string' ? edition.front[key] : null);
  return {
    documentId,
    slug,
    versionId: edition.versionId,
    language: edition.language,
    number: edition.number,
    title: edition.title,
    template: text('template') ?? '',
    function: text('function'),
    standard: text('standard'),
    editions: editions.map((one) => ({
      versionId: one.versionId,
      language: one.language,
      number: one.number,
      title: one.title,
    })),
  };
}

/** The version that an editor is at work on, whether people read it or not. */
export async function draftedPoster(
  db: Reader | Tx,
  slug: string,
  language: string | null,
): Promise<{ versionId: string; language: string } | null> {
  const drafts = await db.draft.findMany({
    where: { kind: 'poster', slug, versionId: { not: null } },
    // The original was brought in before its translations.
    orderBy: { id: 'asc' },
    select: { versionId: true, language: true },
  });
  const found = language === null ? drafts[0] : drafts.find((draft) => draft.language === language);
  return found?.versionId ? { versionId: found.versionId, language: found.language } : null;
}
