import { inLanguage } from '#app/domain/publishing/library.ts';
import { publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';

export type IssueEdition = {
  versionId: string;
  language: string;
  title: string;
  subject: string;
  preheader: string;
};

/** An issue that people can read today: its original first. */
export type PublishedIssue = {
  documentId: string;
  slug: string;
  original: IssueEdition;
  editions: IssueEdition[];
};

type Front = { subject?: string; preheader?: string };

/** Those that people read today, the newest first. */
export async function readPublishedIssues(
  db: Reader | Tx,
  wanted: { documentId?: string; slug?: string } = {},
): Promise<PublishedIssue[]> {
  const documents = await publishedDocuments(db, 'issue');
  return documents
    .filter(({ documentId }) => wanted.documentId === undefined || documentId === wanted.documentId)
    .filter(({ slug }) => wanted.slug === undefined || slug === wanted.slug)
    .toSorted((a, b) => Number(b.editions[0]!.publishedAt) - Number(a.editions[0]!.publishedAt))
    .map(({ documentId, slug, editions: published }) => {
      const editions = published.map(({ versionId, language, title, front }): IssueEdition => {
        const { subject, preheader } = front as Front;
        return { versionId, language, title, subject: subject ?? title, preheader: preheader ?? '' };
      });
      return { documentId, slug, original: editions[0]!, editions };
    });
}

export async function readPublishedIssue(
  db: Reader | Tx,
  wanted: { documentId: string } | { slug: string },
): Promise<PublishedIssue | null> {
  return (await readPublishedIssues(db, wanted))[0] ?? null;
}

/** In the reader's language, else the original. */
export function editionOf({ editions, original }: PublishedIssue, language: string): IssueEdition {
  return inLanguage(editions, language) ?? original;
}
