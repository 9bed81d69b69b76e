import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readReaders, readersToAPage } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { maySettle, readerStates } from '#app/domain/culture/mailings/mailing.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { readerWords, reasonInWords } from '../mailing-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.mailing_readers_caption() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const state = readerStates.find((one) => one === query.get('state')) ?? 'failed';
  const wanted = Number(query.get('page'));
  const asked = { mailingId: mailing.id, state, page: Number.isSafeInteger(wanted) ? wanted : 1 };
  const { readers, total, page } = await readReaders(reader, asked);
  const path = `/studio/mailings/${mailing.id}`;
  const to = (number: number) => `${path}/readers?state=${state}${number > 1 ? `&page=${number}` : ''}`;
  const from = (page - 1) * readersToAPage + 1;
  const last = from + readers.length - 1;
  const settle = maySettle(mailing.state);
  const doable = {
    failed: settle ? [{ path: 'try-again', words: m.mailing_try_again() }] : [],
    uncertain: [
      { path: 'count-as-sent', words: m.mailing_count_as_sent() },
      ...(settle ? [{ path: 'send-again', words: m.mailing_send_again() }] : []),
    ],
  };
  const steps = state === 'failed' || state === 'uncertain' ? doable[state] : [];
  return {
    crumbs: mailingCrumbs(mailing),
    title: m.mailing_readers_title({ state: readerWords[state]() }),
    hasSteps: steps.length > 0,
    readers: readers.map(({ id, name, reason, at }) => ({
      id,
      name,
      ...reasonInWords(reason, state),
      when: formatMoment(at, locale, actor.siteTimeZone),
      steps: steps.map((step) => ({ to: `${path}/${step.path}?reader=${id}`, words: step.words })),
    })),
    pager: {
      from,
      to: last,
      total,
      previous: page > 1 ? to(page - 1) : null,
      next: last < total ? to(page + 1) : null,
      locale,
    },
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['readers'][number];

function columns(hasSteps: boolean): Column<Shown>[] {
  const why: Column<Shown> = {
    key: 'why',
    label: m.mailing_column_why(),
    cell: ({ why: words, said }) => (
      <span>
        {words}
        {said && <span className="soft small block wrap-anywhere">{m.mailing_said_by({ said })}</span>}
      </span>
    ),
  };
  const steps: Column<Shown> = {
    key: 'do',
    label: m.mailing_column_do(),
    cell: ({ steps: doable, name }) =>
      doable.map(({ to, words }) => (
        <Link
          key={to}
          to={to}
          className="me-4 inline-flex min-h-touch items-center"
          aria-label={m.mailing_do_of({ what: words, name })}
        >
          {words}
        </Link>
      )),
  };
  return [
    { key: 'name', label: m.mailing_column_reader(), cell: ({ name }) => <span dir="auto">{name}</span> },
    why,
    { key: 'when', label: m.mailing_column_when(), cell: ({ when }) => when },
    ...(hasSteps ? [steps] : []),
  ];
}

export default function Readers() {
  const { crumbs, title, hasSteps, readers, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={crumbs} here={title} />
      <PageHead title={title} />
      <DataTable
        caption={m.mailing_readers_caption()}
        hideCaption
        rows={readers}
        rowKey={({ id }) => id}
        empty={<Empty title={m.mailing_readers_none_title()}>{m.mailing_readers_none()}</Empty>}
        columns={columns(hasSteps)}
      />
      <Pager {...pager} />
    </>
  );
}
