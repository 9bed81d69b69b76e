import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findIssue } from '#app/domain/culture/newsletters/issue-reads.server.ts';
import {
  readIssueOpinions,
  readIssueReaders,
  sentencesOnPage,
} from '#app/domain/culture/newsletters/readers/reader-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { notFound, requireRole } from '../../guards.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.newsletter_studio_readers()}: ${data?.title ?? ''}` },
];

/** Counts of people, and what they wished the editor to know: no list of who has read what. */
export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const found = await findIssue(reader, args.params.issue ?? '');
  const [edition] = found?.issue.editions ?? [];
  if (!found || !edition) return notFound();
  const { documentId, slug } = found.issue;
  const asked = Number(new URL(args.request.url).searchParams.get('page'));
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const opinions = await readIssueOpinions(reader, documentId, page);
  const to = Math.min(page * sentencesOnPage, opinions.sentenceCount);
  return {
    slug,
    title: edition.title,
    language: edition.language,
    readers: await readIssueReaders(reader, documentId),
    opinions,
    pager: {
      from: (page - 1) * sentencesOnPage + 1,
      to,
      total: opinions.sentenceCount,
      previous: page > 1 ? `?page=${page - 1}` : null,
      next: to < opinions.sentenceCount ? `?page=${page + 1}` : null,
    },
  };
}

export default function IssueReaders() {
  const { slug, title, language, readers, opinions, pager } = useLoaderData<typeof loader>();
  const { total, departments } = readers;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/studio', label: m.studio_title() },
          { to: `/studio/issue/${slug}`, label: title, lang: language },
        ]}
      />
      <PageHead
        eyebrow={
          <span lang={language} dir="auto">
            {title}
          </span>
        }
        title={m.newsletter_studio_readers()}
        lead={m.newsletter_studio_readers_lead()}
      >
        <QuietButton to={`/newsletter/${slug}`}>{m.newsletter_studio_open()}</QuietButton>
      </PageHead>
      {total === null ? (
        <p>{m.newsletter_studio_readers_few()}</p>
      ) : (
        <>
          <p className="num mb-4">{m.newsletter_studio_readers_total({ count: total })}</p>
          <DataTable
            caption={m.newsletter_studio_readers()}
            hideCaption
            columns={[
              {
                key: 'name',
                label: m.newsletter_studio_department(),
                cell: ({ name }) => name || m.newsletter_studio_no_department(),
              },
              {
                key: 'count',
                label: m.newsletter_studio_count(),
                numeric: true,
                cell: ({ count }) => count ?? m.newsletter_studio_readers_hidden(),
              },
            ]}
            rows={departments}
            rowKey={({ id }) => id}
          />
        </>
      )}
      <section className="section">
        <h2 className="mb-4">{m.newsletter_studio_opinions()}</h2>
        <Opinions opinions={opinions} />
        <Pager {...pager} />
      </section>
    </>
  );
}

type OpinionsProps = { opinions: ReturnType<typeof useLoaderData<typeof loader>>['opinions'] };

function Opinions({ opinions: { answers, sentences } }: OpinionsProps) {
  const count = (wanted: string) => answers.parts.find(({ id }) => id === wanted)?.count ?? 0;
  return (
    <>
      <p className="num">
        {answers.total === null
          ? m.newsletter_studio_opinions_few()
          : m.newsletter_studio_opinions_counts({ yes: count('yes'), no: count('no') })}
      </p>
      {sentences.length === 0 ? (
        <p className="soft mt-4">{m.newsletter_studio_sentences_none()}</p>
      ) : (
        <ul className="lines mt-6 max-w-wide">
          {sentences.map(({ words, useful, name }, index) => (
            <li key={index}>
              <p dir="auto">{words}</p>
              <span className="soft small" dir="auto">
                {[
                  useful === null
                    ? null
                    : useful
                      ? m.newsletter_studio_useful()
                      : m.newsletter_studio_not_useful(),
                  name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
