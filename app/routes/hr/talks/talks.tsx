import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countHuddlesHeld } from '#app/domain/culture/huddles/huddle-counts-reads.server.ts';
import { countTalksHeld } from '#app/domain/culture/talks/talk-counts-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { daysAfter, isoDate } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMonth, formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { ColumnsChart } from '#app/ui/chart/columns-chart.tsx';
import { Fold } from '#app/ui/fold/fold.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { FilterDate } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requireRole } from '../../guards.server.ts';
import type { DepartmentMonths } from './talk-months.ts';
import { countByMonth, heldIn, monthsBetween } from './talk-months.ts';

export const meta: MetaFunction = () => [{ title: m.talk_hr_title() }];

/** More months than this are a matter for the filter. */
const monthsAtMost = 24;
const usualDays = 334;

/** The first and the last day that the address asks for; without them about a year up to today. */
function spanFrom(query: URLSearchParams, today: string) {
  const asked = (name: string) => isoDate.safeParse(query.get(name) ?? undefined).data;
  const to = asked('to') ?? today;
  const from = asked('from') ?? `${daysAfter(to, -usualDays).slice(0, 7)}-01`;
  const isUsual = !query.get('from') && !query.get('to');
  return from <= to ? { from, to, isUsual } : { from: to, to: from, isUsual };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const { to, isUsual, ...asked } = spanFrom(query, dateIn(actor.siteTimeZone));
  const months = monthsBetween(asked.from, to).slice(-monthsAtMost);
  const from = asked.from > `${months[0]}-01` ? asked.from : `${months[0]}-01`;
  const departments = await readDepartments(reader);
  const talks = await countTalksHeld(reader, { from, to });
  const huddles = await countHuddlesHeld(reader, { from, to });
  const rows = countByMonth(departments, { talks, huddles }, months);
  const labels = months.map((month) => formatMonth(month, locale));
  return {
    from,
    to,
    isUsual,
    labels,
    columns: months.map((month) => ({
      label: formatMonth(month, locale, false),
      values: [talks, huddles].map((counts) => heldIn(counts.filter((one) => one.month === month))),
    })),
    rows: rows.map((row) => ({ ...row, lastOn: row.lastOn && formatShortDay(row.lastOn, locale) })),
    any: talks.length + huddles.length > 0,
  };
}

export default function HrTalks() {
  const { from, to, isUsual, labels, columns, rows, any } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.talk_hr_title()} />
      <PageHead title={m.talk_hr_title()} lead={m.talk_hr_lead()} />
      <Filters label={m.talk_hr_filters()} clear={isUsual ? undefined : '/hr/talks'}>
        <FilterDate label={m.talk_hr_from()} name="from" value={from} />
        <FilterDate label={m.talk_hr_to()} name="to" value={to} />
      </Filters>
      {!any && (
        <Empty title={m.talk_hr_none()}>{isUsual ? m.talk_hr_none_help() : m.talk_hr_none_then()}</Empty>
      )}
      {any && (
        <>
          <div className="mt-10">
            <ColumnsChart columns={columns} />
          </div>
          <DataTable
            caption={m.talk_hr_caption()}
            rows={rows}
            rowKey={({ departmentId }) => departmentId}
            columns={sumColumns()}
          />
          <div className="mt-8">
            <Fold title={m.talk_hr_months()}>
              <DataTable
                caption={m.talk_hr_months_caption()}
                hideCaption
                rows={rows.filter(({ held, huddles }) => held + huddles > 0)}
                rowKey={({ departmentId }) => departmentId}
                columns={monthColumns(labels)}
              />
            </Fold>
          </div>
        </>
      )}
    </>
  );
}

const departmentColumn = (): Column<DepartmentMonths> => ({
  key: 'department',
  label: m.talk_department(),
  cell: ({ name, depth }) => <span style={{ paddingInlineStart: `${depth}rem` }}>{name}</span>,
});

function sumColumns(): Column<DepartmentMonths>[] {
  return [
    departmentColumn(),
    {
      key: 'held',
      label: m.talk_hr_held(),
      numeric: true,
      mark: 'stacked-key columns-key-ink',
      cell: ({ held }) => <strong>{held}</strong>,
    },
    { key: 'guests', label: m.talk_hr_guests(), numeric: true, cell: ({ withGuests }) => withGuests },
    {
      key: 'huddles',
      label: m.huddle_title(),
      numeric: true,
      mark: 'stacked-key columns-key-mark',
      cell: ({ huddles }) => huddles,
    },
    {
      key: 'last',
      label: m.talk_hr_last(),
      cell: ({ lastOn }) => <span className="whitespace-nowrap">{lastOn ?? '–'}</span>,
    },
  ];
}

function monthColumns(labels: string[]): Column<DepartmentMonths>[] {
  return [
    departmentColumn(),
    ...labels.map((label, index) => ({
      key: label,
      label,
      numeric: true,
      cell: ({ byMonth }: DepartmentMonths) => byMonth[index] || '–',
    })),
  ];
}
