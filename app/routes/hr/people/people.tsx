import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Role } from '#app/domain/actor/actor.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { peopleFilters, peoplePageSize } from '#app/domain/people/directory/people-list.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requireRole } from '../../guards.server.ts';
import { pagerLinks } from '#app/ui/table/pager-links.ts';
import { departmentOptions } from '../department-options.ts';
import { FilterDay } from '../filter-day.tsx';
import { roleWords } from '../words.ts';

export const meta: MetaFunction = () => [{ title: m.hr_people_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const asked = (name: string) => query.get(name) ?? undefined;
  const filters = peopleFilters.parse({
    q: asked('q'),
    department: asked('department'),
    who: asked('who'),
    on: asked('on'),
    page: asked('page'),
  });
  const today = await companyToday(reader);
  const on = filters.on || today;
  const departments = await readDepartments(reader, on);
  const department = departments.some(({ id }) => id === filters.department) ? filters.department : '';
  const { rows, total, page } = await readAside('people', { filters, departments });
  const to = (wanted: number) => {
    const kept = new URLSearchParams(filters.q && { q: filters.q });
    if (department) kept.set('department', department);
    if (filters.who !== 'working') kept.set('who', filters.who);
    if (on !== today) kept.set('on', on);
    if (wanted > 1) kept.set('page', String(wanted));
    return `/hr/people${kept.size > 0 ? `?${kept}` : ''}`;
  };
  return {
    q: filters.q,
    department,
    who: filters.who === 'working' ? '' : filters.who,
    on,
    asOf: on === today ? null : on,
    departments: departmentOptions(departments),
    count: m.hr_count_people({ count: total, number: new Intl.NumberFormat(locale).format(total) }),
    people: rows.map(({ startsOn, leftOn, roles, ...person }) => ({
      ...person,
      to: `/hr/people/${person.id}${on === today ? '' : `?on=${on}`}`,
      starts: startsOn && m.hr_people_starts({ date: formatShortDay(startsOn, locale) }),
      left: leftOn && m.hr_people_left({ date: formatShortDay(leftOn, locale) }),
      roles: roles.map((role) => roleWords[role as Role].short()).join(', '),
    })),
    pager: pagerLinks({ page, size: peoplePageSize, shown: rows.length, total, to, locale }),
  };
}

export default function People() {
  const { q, department, departments, who, on, asOf, count, people, pager } = useLoaderData<typeof loader>();
  const filtered = Boolean(q || department || who || asOf);
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_people_title()} />
      <PageHead title={m.hr_people_title()}>
        <Button to="/hr/people/new">{m.hr_people_add()}</Button>
      </PageHead>
      <Filters label={m.hr_people_filters()} clear={filtered ? '/hr/people' : undefined}>
        <FilterText label={m.hr_people_search()} name="q" value={q} placeholder={m.hr_people_search_hint()} />
        <FilterSelect
          label={m.hr_column_department()}
          name="department"
          value={department}
          options={departments}
          all={m.hr_people_all_departments()}
        />
        <FilterSelect
          label={m.hr_people_who()}
          name="who"
          value={who}
          options={[
            { value: 'left', label: m.hr_people_who_left() },
            { value: 'all', label: m.hr_people_who_all() },
          ]}
          all={m.hr_people_who_working()}
        />
        <FilterDay label={m.hr_on()} name="on" value={on} />
      </Filters>
      <output className="soft num mb-4 block">{count}</output>
      <DataTable
        caption={m.hr_people_caption()}
        hideCaption
        rows={people}
        rowKey={({ id }) => id}
        empty={<Nobody searched={Boolean(q || who || asOf)} />}
        columns={personColumns()}
      />
      <Pager {...pager} />
    </>
  );
}

function Nobody({ searched }: { searched: boolean }) {
  if (searched) {
    return (
      <Empty title={m.hr_people_nobody_title()} actions={<Button to="/hr/people">{m.hr_show_all()}</Button>}>
        {m.hr_people_nobody()}
      </Empty>
    );
  }
  return (
    <Empty
      title={m.hr_people_empty_title()}
      actions={<Button to="/hr/people/new">{m.hr_people_add()}</Button>}
    >
      {m.hr_people_empty()}
    </Empty>
  );
}

type ShownPerson = ReturnType<typeof useLoaderData<typeof loader>>['people'][number];

function personColumns(): Column<ShownPerson>[] {
  return [
    {
      key: 'name',
      label: m.hr_column_name(),
      cell: ({ name, to, starts, left }) => (
        <>
          <Link to={to}>{name}</Link>
          {(starts ?? left) && <span className="soft small block">{starts ?? left}</span>}
        </>
      ),
    },
    { key: 'number', label: m.hr_column_number(), cell: (row) => row.employeeNumber ?? m.hr_nothing() },
    { key: 'department', label: m.hr_column_department(), cell: (row) => row.department },
    { key: 'site', label: m.hr_column_site(), cell: (row) => row.site },
    { key: 'job', label: m.hr_column_job(), cell: (row) => row.jobTitle || m.hr_nothing() },
    { key: 'roles', label: m.hr_people_roles(), cell: (row) => row.roles || m.hr_nothing() },
  ];
}
