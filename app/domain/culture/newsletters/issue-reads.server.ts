import { inLanguage } from '#app/domain/publishing/library.ts';
import type { PublishedDocument, PublishedEdition } from '#app/domain/publishing/published-reads.server.ts';
import { publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { newsForDays } from './shown-issue.ts';

/** An issue that people read, and when it first came out. */
export type PublishedIssue = PublishedDocument & { cameOutAt: Date };

/** The newest first. */
export async function readIssues(db: Reader | Tx): Promise<PublishedIssue[]> {
  const documents = await publishedDocuments(db, 'issue');
  return documents
    .map((document) => {
      const firsts = document.editions.map(({ firstPublishedAt }) => firstPublishedAt.getTime());
      return { ...document, cameOutAt: new Date(Math.min(...firsts)) };
    })
    .toSorted(
      (a, b) => b.cameOutAt.getTime() - a.cameOutAt.getTime() || (a.documentId < b.documentId ? 1 : -1),
    );
}

/** In the reader's language, else the original. */
export function issueEditionFor({ editions, slug }: PublishedDocument, language: string): PublishedEdition {
  const edition = inLanguage(editions, language) ?? editions[0];
  if (!edition) throw new Error(`The issue ${slug} has no edition.`);
  return edition;
}

export type FoundIssue = {
  issue: PublishedIssue;
  /** Earlier, and later. */
  previous: PublishedIssue | null;
  next: PublishedIssue | null;
};

export async function findIssue(db: Reader | Tx, slug: string): Promise<FoundIssue | null> {
  const issues = await readIssues(db);
  const at = issues.findIndex((issue) => issue.slug === slug);
  const issue = issues[at];
  return issue ? { issue, previous: issues[at + 1] ?? null, next: issues[at - 1] ?? null } : null;
}

/** The newest issue, as long as it is new and this person has not opened it. */
export async function readIssueNews(
  db: Reader | Tx,
  { personId, language }: { personId: string; language: string },
): Promise<{ issue: PublishedIssue; edition: PublishedEdition } | null> {
  const [issue] = await readIssues(db);
  if (!issue || now().getTime() - issue.cameOutAt.getTime() > newsForDays * 86_400_000) return null;
  const where = { issueId_personId: { issueId: issue.documentId, personId } };
  const read = await db.issueRead.findUnique({ where, select: { readOn: true } });
  return read ? null : { issue, edition: issueEditionFor(issue, language) };
}
