import type { PersonActor } from '#app/domain/actor/actor.ts';
import { readIssueNews } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** A new issue of the newsletter that this person has not opened yet, in a few words. */
export async function readIssueNewsView({ id: personId, language }: PersonActor) {
  const news = await readIssueNews(reader, { personId, language });
  const tree = news && (await readVersion(reader, news.edition.versionId))?.tree;
  if (!news || !tree || !isCultureTree(tree)) return null;
  return {
    slug: news.issue.slug,
    title: news.edition.title,
    language: news.edition.language,
    lead: plainText(tree.nodes.find(({ name }) => name === 'Lead')?.children ?? []),
    minutes: tree.minutes,
  };
}

export type IssueNewsView = NonNullable<Awaited<ReturnType<typeof readIssueNewsView>>>;
