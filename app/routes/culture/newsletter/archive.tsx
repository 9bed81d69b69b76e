import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readIssues } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requirePerson } from '../../guards.server.ts';
import { archiveFilters, pageOf, readFound, showIssue } from './archive-view.server.ts';
import { FoundStories, Shelf } from './shelf.tsx';

export const meta: MetaFunction = () => [{ title: m.newsletter_title() }];

const issuesOnPage = 9;
const storiesOnPage = 20;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), 'en');
  const { q, page } = archiveFilters.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const issues = await readIssues(reader);
  const found = q === '' ? null : await readFound(actor, q);
  const pager = (total: number, size: number) => ({ ...pageOf(total, size, page, q), locale });
  if (found) {
    const at = pager(found.length, storiesOnPage);
    return {
      q,
      isEmpty: issues.length === 0,
      count: m.newsletter_found({ count: found.length }),
      stories: found.slice(at.from - 1, at.to),
      issues: null,
      pager: at,
    };
  }
  const at = pager(issues.length, issuesOnPage);
  const shown = issues.slice(at.from - 1, at.to);
  return {
    q,
    isEmpty: issues.length === 0,
    count: null,
    stories: null,
    issues: await Promise.all(shown.map((issue) => showIssue(issue, actor, locale))),
    pager: at,
  };
}

export default function Archive() {
  const { q, isEmpty, issues, stories, count, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.newsletter_title()} lead={m.newsletter_lead()} />
      {isEmpty ? (
        <Empty title={m.newsletter_none_title()}>{m.newsletter_none()}</Empty>
      ) : (
        <>
          <Filters label={m.newsletter_search_in()} clear={q ? '/newsletter' : undefined}>
            <FilterText
              label={m.newsletter_search()}
              name="q"
              value={q}
              placeholder={m.newsletter_search_hint()}
            />
          </Filters>
          {count && <output className="soft num mb-4 block">{count}</output>}
          {stories?.length === 0 && (
            <Empty
              title={m.newsletter_nothing_title()}
              actions={<Button to="/newsletter">{m.newsletter_show_all()}</Button>}
            >
              {m.newsletter_nothing()}
            </Empty>
          )}
          {stories && <FoundStories stories={stories} />}
          {issues && <Shelf issues={issues} largeFirst={pager.from === 1} />}
          <Pager {...pager} />
        </>
      )}
    </>
  );
}
