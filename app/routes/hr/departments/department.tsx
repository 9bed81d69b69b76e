import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { functionOf } from '#app/domain/people/department.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Aside } from '#app/ui/page/aside.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { Facts } from '../facts.tsx';
import { HistoryList } from '../history-list.tsx';
import { functionName } from '../words.ts';
import { departmentEntryInWords } from './department-entry-words.ts';
import { findDepartment } from './find-department.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ?? m.hr_departments_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const department = await findDepartment(args);
  const { id, name, closed, closesOn, parent, head, deputies, history, today } = department;
  const inherited = functionName(functionOf(await readDepartments(reader), id));
  const own = functionName(department.function);
  const day = (date: string) => formatDay(date, locale);
  return {
    id,
    name,
    closed,
    closing: closesOn !== null,
    closes: closesOn && m.hr_department_closes({ date: day(closesOn) }),
    parent,
    head,
    saved: new URL(args.request.url).searchParams.has('saved'),
    function:
      own ?? (inherited ? m.hr_departments_inherited({ name: inherited }) : m.hr_departments_no_function()),
    deputies: deputies.map((deputy) => ({
      id: deputy.id,
      personId: deputy.personId,
      name: deputy.name,
      time: m.hr_from_until({ from: day(deputy.fromOn), until: day(deputy.untilOn) }),
    })),
    history: history.map((entry, index) => ({
      key: String(index),
      on: day(entry.on),
      planned: entry.on > today,
      text: departmentEntryInWords(entry, locale),
    })),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Department() {
  const department = useLoaderData<typeof loader>();
  const { name, closed, closes, parent, head, saved, history } = department;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/departments', label: m.hr_departments_title() },
        ]}
        here={name}
      />
      {saved && <Notice tone="good">{m.hr_saved()}</Notice>}
      <PageHead title={name} lead={closed ? m.hr_department_is_closed() : (closes ?? undefined)} />
      <div className="columns">
        <div>
          <Facts
            title={m.hr_department_today()}
            facts={[
              { what: m.hr_departments_function(), is: department.function },
              {
                what: m.hr_department_parent(),
                is: parent ? (
                  <Link to={`/hr/departments/${parent.id}`}>{parent.name}</Link>
                ) : (
                  m.hr_department_parent_none()
                ),
              },
              {
                what: m.hr_departments_head(),
                is: head ? <Link to={`/hr/people/${head.id}`}>{head.name}</Link> : m.hr_departments_no_head(),
              },
            ]}
          />
        </div>
        <div>
          {!closed && <Deputies {...department} />}
          <Ways {...department} />
        </div>
      </div>
      <section className="section" aria-labelledby="history">
        <h2 id="history" className="mb-4">
          {m.hr_history()}
        </h2>
        <HistoryList lines={history} plannedWord={m.hr_planned()} />
      </section>
    </>
  );
}

function Deputies({ id, deputies }: Pick<Shown, 'id' | 'deputies'>) {
  return (
    <Aside title={m.hr_deputies()}>
      {deputies.length === 0 && <p className="soft">{m.hr_deputies_none()}</p>}
      <ul className="wrap-anywhere">
        {deputies.map((deputy) => (
          <li key={deputy.id} className="py-2">
            <Link to={`/hr/people/${deputy.personId}`} className="inline-flex min-h-touch items-center">
              {deputy.name}
            </Link>
            <p className="soft small">{deputy.time}</p>
            <Link
              to={`/hr/departments/${id}/deputies/${deputy.id}/end`}
              className="inline-flex min-h-touch items-center"
            >
              {m.hr_deputy_end_earlier()}
              <span className="sr-only"> {deputy.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link to={`/hr/departments/${id}/deputies/new`} className="inline-flex min-h-touch items-center">
        {m.hr_deputy_new()}
      </Link>
    </Aside>
  );
}

function Ways({ id, closed, closing }: Pick<Shown, 'id' | 'closed' | 'closing'>) {
  const ways: [string, string, boolean][] = [
    ['edit', m.hr_department_edit(), true],
    ['place', m.hr_department_place(), !closed],
    ['close', m.hr_department_close(), !closed && !closing],
    ['reopen', closed ? m.hr_department_reopen() : m.hr_department_keep_open(), closed || closing],
  ];
  return (
    <Aside title={m.hr_department_actions()}>
      <ul className="wrap-anywhere">
        {ways
          .filter(([, , offered]) => offered)
          .map(([page, label]) => (
            <li key={page}>
              <Link to={`/hr/departments/${id}/${page}`} className="inline-flex min-h-touch items-center">
                {label}
              </Link>
            </li>
          ))}
        {!closed && (
          <li>
            <Link to={`/hr/people?department=${id}`} className="inline-flex min-h-touch items-center">
              {m.hr_department_people()}
            </Link>
          </li>
        )}
      </ul>
    </Aside>
  );
}
