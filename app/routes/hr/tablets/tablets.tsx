import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readTablets } from '#app/domain/access/tablets/tablet-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.tablet_list_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const timeZone = (await readCompany(reader))?.timeZone ?? 'UTC';
  const { origin, searchParams } = new URL(args.request.url);
  const tablets = await readTablets(reader);
  return {
    address: `${origin}/tablet`,
    revoked: searchParams.get('saved') === 'revoked',
    tablets: tablets.map(({ createdAt, ...tablet }) => ({
      ...tablet,
      since: formatShortDay(dateIn(timeZone, createdAt), locale),
    })),
  };
}

export default function Tablets() {
  const { address, revoked, tablets } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.tablet_list_title()} />
      {revoked && <Notice tone="good">{m.tablet_revoked()}</Notice>}
      <PageHead title={m.tablet_list_title()} lead={m.tablet_list_lead()} />
      <p className="prose mb-8">{m.tablet_list_how({ address })}</p>
      <DataTable
        caption={m.tablet_list_title()}
        hideCaption
        rows={tablets}
        rowKey={({ id }) => id}
        empty={
          <Empty title={m.tablet_list_empty_title()}>
            <p>{m.tablet_list_empty()}</p>
          </Empty>
        }
        columns={tabletColumns()}
      />
    </>
  );
}

type ShownTablet = ReturnType<typeof useLoaderData<typeof loader>>['tablets'][number];

function tabletColumns(): Column<ShownTablet>[] {
  return [
    { key: 'name', label: m.tablet_name(), cell: ({ name }) => <span dir="auto">{name}</span> },
    { key: 'department', label: m.tablet_department(), cell: ({ department }) => department },
    { key: 'since', label: m.tablet_list_since(), cell: ({ since }) => since },
    {
      key: 'by',
      label: m.tablet_list_by(),
      cell: ({ by }) => by ?? <span className="soft">{m.tablet_list_by_nobody()}</span>,
    },
    {
      key: 'revoke',
      label: m.tablet_list_do(),
      cell: ({ id, name }) => (
        <Link to={`/hr/tablets/${id}/revoke`}>
          {m.tablet_revoke()}
          <span className="sr-only"> {name}</span>
        </Link>
      ),
    },
  ];
}
