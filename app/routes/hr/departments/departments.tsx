import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readClosedDepartments } from '#app/domain/people/department-reads.server.ts';
import { departmentTree, functionOf } from '#app/domain/people/department.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { FilterDay } from '../filter-day.tsx';
import { requireRole } from '../../guards.server.ts';
import { functionName } from '../words.ts';

export const meta: MetaFunction = () => [{ title: m.hr_departments_title() }];

/** Further in than this, a name would leave a phone no room. */
const deepestStep = 5;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const format = new Intl.NumberFormat(locale);
  const query = new URL(args.request.url).searchParams;
  const saved = query.get('saved');
  const today = await companyToday(reader);
  const on = isoDate.safeParse(query.get('on') ?? '').data ?? today;
  const rows = await readAside('departmentRows', on);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const departments = departmentTree(rows).flatMap(({ id, depth }) => {
    const row = byId.get(id);
    if (!row) return [];
    const inherited = row.function ? null : functionName(functionOf(rows, id));
    return {
      id,
      name: row.name,
      depth: Math.min(depth, deepestStep),
      above: (row.parentId && byId.get(row.parentId)?.name) || null,
      function: inherited
        ? m.hr_departments_inherited({ name: inherited })
        : (functionName(row.function) ?? m.hr_departments_no_function()),
      head: row.headName,
      people: format.format(row.people),
    };
  });
  return {
    departments,
    on,
    asOf: on === today ? null : m.hr_departments_as_of({ date: formatDay(on, locale) }),
    closed: await readClosedDepartments(reader),
    saved: (saved && byId.get(saved)?.name) || null,
  };
}

export default function Departments() {
  const { departments, on, asOf, closed, saved } = useLoaderData<typeof loader>();
  const add = <Button to="/hr/departments/new">{m.hr_departments_add()}</Button>;
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_departments_title()} />
      {saved && <Notice tone="good">{m.hr_departments_saved({ name: saved })}</Notice>}
      <PageHead title={m.hr_departments_title()} lead={m.hr_departments_lead()}>
        {add}
      </PageHead>
      <Filters label={m.hr_departments_filter()} clear={asOf ? '/hr/departments' : undefined}>
        <FilterDay label={m.hr_on()} name="on" value={on} />
      </Filters>
      <DataTable
        caption={asOf ?? m.hr_departments_caption()}
        hideCaption={!asOf}
        rows={departments}
        rowKey={({ id }) => id}
        empty={
          <Empty title={m.hr_departments_empty_title()} actions={add}>
            {m.hr_departments_empty()}
          </Empty>
        }
        columns={departmentColumns()}
      />
      {closed.length > 0 && (
        <section className="section" aria-labelledby="closed">
          <h2 id="closed" className="mb-4">
            {m.hr_departments_closed()}
          </h2>
          <ul className="lines max-w-wide">
            {closed.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/hr/departments/${id}`} dir="auto">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type ShownDepartment = ReturnType<typeof useLoaderData<typeof loader>>['departments'][number];

function departmentColumns(): Column<ShownDepartment>[] {
  return [
    {
      key: 'name',
      label: m.hr_column_department(),
      cell: ({ id, name, depth, above }) => (
        <span className="block" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <Link to={`/hr/departments/${id}`}>{name}</Link>
          {above && <span className="sr-only"> {m.hr_departments_below({ name: above })}</span>}
        </span>
      ),
    },
    { key: 'function', label: m.hr_departments_function(), cell: (row) => row.function },
    {
      key: 'head',
      label: m.hr_departments_head(),
      cell: ({ head }) => head ?? <span className="soft">{m.hr_departments_no_head()}</span>,
    },
    { key: 'people', label: m.hr_departments_people(), numeric: true, cell: (row) => row.people },
  ];
}
