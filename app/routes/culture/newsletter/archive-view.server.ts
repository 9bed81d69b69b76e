import { z } from 'zod';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { PublishedIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { issueEditionFor } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import { readIssueSearch } from '#app/domain/culture/newsletters/search/issue-search-reads.server.ts';
import { searchIssues } from '#app/domain/culture/newsletters/search/search-issues.ts';
import { readShownIssue } from '#app/domain/culture/newsletters/shown-issue-reads.server.ts';
import { beginningOf, snippetOf } from '#app/domain/publishing/text/snippet.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { issueReaderOf } from './open-issue.server.ts';

/** What the address asks for. Whatever does not fit asks for nothing. */
export const archiveFilters = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

/** The last page where one too many is asked for. */
export function pageOf(total: number, size: number, wanted: number, q: string) {
  const page = Math.min(wanted, Math.max(1, Math.ceil(total / size)));
  const to = Math.min(total, page * size);
  const address = (number: number) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(number > 1 && { page: String(number) }) });
    return query.size > 0 ? `/newsletter?${query}` : '/newsletter';
  };
  return {
    from: (page - 1) * size + 1,
    to,
    total,
    previous: page > 1 ? address(page - 1) : null,
    next: to < total ? address(page + 1) : null,
  };
}

/** As this reader finds it: its minutes are those of what they will read. */
export async function showIssue(issue: PublishedIssue, actor: PersonActor, locale: string) {
  const edition = issueEditionFor(issue, actor.language);
  const shown = await readShownIssue(reader, edition.versionId, await issueReaderOf(actor));
  return {
    slug: issue.slug,
    title: edition.title,
    language: edition.language,
    cameOut: formatDay(dateIn(actor.siteTimeZone, issue.cameOutAt), locale),
    cover: shown?.cover ?? null,
    lead: plainText(shown?.lead ?? []),
    minutes: shown?.minutes ?? 1,
  };
}

export type ShelfIssue = Awaited<ReturnType<typeof showIssue>>;

/** The stories that hold what is looked for, with the place where it stands. */
export async function readFound(actor: PersonActor, q: string) {
  const functions = actor.function === null ? [] : [actor.function];
  const search = await readIssueSearch(reader, actor.language, functions);
  return searchIssues(search, q).map(({ story, terms }) => ({
    to: `/newsletter/${story.issue}${story.story ? `#${story.story}` : ''}`,
    title: story.title || story.issueTitle,
    issueTitle: story.issueTitle,
    language: story.language,
    line: snippetOf(story.text, terms) ?? beginningOf(story.text),
  }));
}

export type FoundLine = Awaited<ReturnType<typeof readFound>>[number];
