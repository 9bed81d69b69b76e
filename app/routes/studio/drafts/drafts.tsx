import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { cultureKinds, isCultureKind } from '#app/domain/publishing/document-tree.ts';
import type { Draft } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import { readDrafts } from '#app/domain/publishing/drafts/draft-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay, languageName } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { DataTable, type Column } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { kindWords, stateWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.studio_title() }];

/** What waits for an editor stands first. */
const order = ['broken', 'changed', 'new', 'withdrawn', 'published'] as const;

const newestIssueFirst = (a: Draft, b: Draft) =>
  a.kind === 'issue' && b.kind === 'issue' ? Number(b.publishedAt) - Number(a.publishedAt) : 0;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const asked = new URL(args.request.url).searchParams.get('kind') ?? '';
  const kind = isCultureKind(asked) ? asked : undefined;
  const drafts = await readDrafts(reader, { kind });
  const day = (at: Date) => formatShortDay(dateIn(actor.siteTimeZone, at), locale);
  return {
    kind: kind ?? null,
    drafts: drafts
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || newestIssueFirst(a, b))
      .map(({ kind: own, slug, language, title, state, isBehind, savedAt, publishedAt }) => ({
        to: `/studio/${own}/${slug}`,
        key: `${own}/${slug}/${language}`,
        kind: own,
        title,
        titleLanguage: language,
        language: languageName(language, locale),
        state,
        isBehind,
        saved: day(savedAt),
        published: publishedAt && day(publishedAt),
      })),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['drafts'][number];

export default function Drafts() {
  const { drafts, kind } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.studio_title()} lead={m.studio_lead()}>
        <div className="actions">
          <QuietButton to="/studio/mailings">{m.studio_mailings()}</QuietButton>
          <QuietButton to="/studio/screens">{m.studio_screens()}</QuietButton>
        </div>
      </PageHead>
      <nav aria-label={m.studio_kinds()} className="mb-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {[null, ...cultureKinds].map((one) => (
            <li key={one ?? 'all'}>
              <Link
                className="inline-block py-2"
                to={one ? `/studio?kind=${one}` : '/studio'}
                aria-current={one === kind ? 'page' : undefined}
              >
                {one ? kindWords[one].many() : m.studio_kind_all()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        caption={m.studio_caption()}
        hideCaption
        rows={drafts}
        rowKey={({ key }) => key}
        columns={columns()}
        empty={<Empty title={m.studio_none_title()}>{m.studio_none()}</Empty>}
      />
    </>
  );
}

function columns(): Column<Shown>[] {
  return [
    {
      key: 'title',
      label: m.studio_column_title(),
      cell: ({ to, title, titleLanguage }) => (
        <Link to={to} lang={titleLanguage} dir="auto">
          {title}
        </Link>
      ),
    },
    { key: 'kind', label: m.studio_column_kind(), cell: ({ kind }) => kindWords[kind].one() },
    {
      key: 'state',
      label: m.studio_column_state(),
      cell: ({ state, isBehind }) => (
        <>
          <StateMark tone={stateWords[state].tone}>{stateWords[state].word()}</StateMark>
          {isBehind && <StateMark tone="due">{m.studio_behind_mark()}</StateMark>}
        </>
      ),
    },
    { key: 'language', label: m.studio_column_language(), cell: ({ language }) => language },
    { key: 'saved', label: m.studio_column_saved(), cell: ({ saved }) => saved },
    {
      key: 'published',
      label: m.studio_column_published(),
      cell: ({ published }) => published ?? <span className="soft">{m.studio_not_yet()}</span>,
    },
  ];
}
