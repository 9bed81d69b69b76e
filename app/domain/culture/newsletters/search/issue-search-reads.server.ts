import { isCultureTree } from '#app/domain/publishing/document-tree.ts';
import { readStanding } from '#app/domain/publishing/library-reads.server.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { readVersion } from '#app/domain/publishing/version-reads.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { issueEditionFor, readIssues } from '../issue-reads.server.ts';
import { propOf, readBy } from '../issue-text.ts';
import { makeIssueSearch, type IssueSearch, type SearchedStory } from './search-issues.ts';

let kept: { standing: string; byReader: Map<string, Promise<IssueSearch>> } | undefined;

/** All stories of all issues as one kind of reader finds them, in their language where there is an edition in it. */
export async function readIssueSearch(
  db: Reader | Tx,
  language: string,
  functions: readonly string[],
): Promise<IssueSearch> {
  const standing = (await readStanding(db)) ?? 'nothing';
  if (kept?.standing !== standing) kept = { standing, byReader: new Map() };
  const { byReader } = kept;
  const key = [language, ...functions].join(' ');
  const found = byReader.get(key) ?? readStories(db, language, functions).then(makeIssueSearch);
  byReader.set(key, found);
  // A reading that failed is not kept.
  found.catch(() => byReader.delete(key));
  return found;
}

async function readStories(
  db: Reader | Tx,
  language: string,
  functions: readonly string[],
): Promise<SearchedStory[]> {
  const stories: SearchedStory[] = [];
  for (const issue of await readIssues(db)) {
    const version = await readVersion(db, issueEditionFor(issue, language).versionId);
    if (!version || !isCultureTree(version.tree)) continue;
    const about = { issue: issue.slug, issueTitle: version.title, language: version.language };
    const opening = { name: 'Lead', children: [] };
    const hasOpening = version.tree.nodes.some(({ name }) => name === opening.name);
    for (const element of hasOpening ? version.tree.nodes : [opening, ...version.tree.nodes]) {
      const story = propOf(element, 'id') ?? '';
      stories.push({
        ...about,
        id: `${issue.slug}#${story}`,
        story,
        title: propOf(element, 'title') ?? '',
        text: [propOf(element, 'kicker'), plainText(readBy(element.children ?? [], functions))]
          .filter(Boolean)
          .join(' · '),
      });
    }
    await new Promise(setImmediate);
  }
  return stories;
}
