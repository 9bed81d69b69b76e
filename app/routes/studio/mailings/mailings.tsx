import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { mailingsToAPage, readMailings } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { shownState, stateTones, stateWords } from './mailing-words.ts';
import { mailObstacle } from './obstacle.server.ts';

export const meta: MetaFunction = () => [{ title: m.mailing_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const asked = Number(new URL(args.request.url).searchParams.get('page'));
  const { mailings, total, page } = await readMailings(reader, Number.isSafeInteger(asked) ? asked : 1);
  const to = (wanted: number) => `/studio/mailings${wanted > 1 ? `?page=${wanted}` : ''}`;
  const from = (page - 1) * mailingsToAPage + 1;
  const last = from + mailings.length - 1;
  const at = now();
  const number = new Intl.NumberFormat(locale);
  return {
    obstacle: mailObstacle()?.words ?? null,
    mailings: mailings.map((mailing) => {
      const { id, subject, state, readerCount, createdAt, startAt, finishedAt } = mailing;
      const moment = finishedAt ?? (state === 'planned' ? createdAt : startAt);
      return {
        id,
        subject,
        state: shownState(mailing, at),
        readers: readerCount > 0 ? number.format(readerCount) : '',
        when: formatMoment(moment, locale, actor.siteTimeZone),
      };
    }),
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

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['mailings'][number];

const columns = (): Column<Shown>[] => [
  {
    key: 'subject',
    label: m.mailing_column_subject(),
    cell: ({ id, subject }) => <Link to={`/studio/mailings/${id}`}>{subject}</Link>,
  },
  {
    key: 'state',
    label: m.mailing_column_state(),
    cell: ({ state }) => <StateMark tone={stateTones[state]}>{stateWords[state]()}</StateMark>,
  },
  { key: 'readers', label: m.mailing_column_readers(), numeric: true, cell: ({ readers }) => readers },
  { key: 'when', label: m.mailing_column_when(), cell: ({ when }) => when },
];

export default function Mailings() {
  const { obstacle, mailings, pager } = useLoaderData<typeof loader>();
  return (
    <>
      {obstacle && <Notice>{obstacle}</Notice>}
      <PageHead title={m.mailing_title()} lead={m.mailing_lead()}>
        <Button to="/studio/mailings/new">{m.mailing_new()}</Button>
      </PageHead>
      <DataTable
        caption={m.mailing_caption()}
        hideCaption
        rows={mailings}
        rowKey={({ id }) => id}
        empty={<Empty title={m.mailing_none_title()}>{m.mailing_none()}</Empty>}
        columns={columns()}
      />
      <Pager {...pager} />
    </>
  );
}
