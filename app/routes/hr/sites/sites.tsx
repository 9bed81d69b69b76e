import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readSiteRows } from '#app/domain/people/sites/site-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { weekdays } from './weekdays.ts';

export const meta: MetaFunction = () => [{ title: m.hr_sites_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const saved = new URL(args.request.url).searchParams.get('saved');
  const rows = await readSiteRows(reader);
  const format = new Intl.NumberFormat(locale);
  const days = weekdays(locale, 'short');
  return {
    saved: rows.find(({ id }) => id === saved)?.name ?? null,
    sites: rows.map(({ id, name, closed, timeZone, paper, daysOff, people }) => ({
      id,
      name,
      closed,
      timeZone,
      paper: paper === 'a4' ? m.hr_paper_a4() : m.hr_paper_letter(),
      daysOff:
        days
          .filter(({ number }) => daysOff.includes(number))
          .map((day) => day.name)
          .join(', ') || m.hr_nothing(),
      people: format.format(people),
    })),
  };
}

export default function Sites() {
  const { saved, sites } = useLoaderData<typeof loader>();
  const add = <Button to="/hr/sites/new">{m.hr_sites_add()}</Button>;
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_sites_title()} />
      {saved && <Notice tone="good">{m.hr_site_saved({ name: saved })}</Notice>}
      <PageHead title={m.hr_sites_title()} lead={m.hr_sites_lead()}>
        {add}
      </PageHead>
      <DataTable
        caption={m.hr_sites_title()}
        hideCaption
        rows={sites}
        rowKey={({ id }) => id}
        empty={<Empty title={m.hr_sites_empty_title()} actions={add} />}
        columns={siteColumns()}
      />
    </>
  );
}

type ShownSite = ReturnType<typeof useLoaderData<typeof loader>>['sites'][number];

function siteColumns(): Column<ShownSite>[] {
  return [
    {
      key: 'name',
      label: m.hr_column_site(),
      cell: ({ id, name, closed }) => (
        <>
          <Link to={`/hr/sites/${id}`}>{name}</Link>
          {closed && <span className="soft small block">{m.hr_site_closed()}</span>}
        </>
      ),
    },
    { key: 'zone', label: m.hr_site_zone(), cell: (row) => row.timeZone },
    { key: 'paper', label: m.hr_site_paper(), cell: (row) => row.paper },
    { key: 'off', label: m.hr_site_days_off(), cell: (row) => row.daysOff },
    { key: 'people', label: m.hr_departments_people(), numeric: true, cell: (row) => row.people },
  ];
}
