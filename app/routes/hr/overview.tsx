import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readTryRequests } from '#app/domain/learning/tries/try-request-reads.server.ts';
import { sumOf } from '#app/domain/reporting/completions-report.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Bar } from '#app/ui/chart/bar.tsx';
import { Aside } from '#app/ui/page/aside.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.hr_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const format = new Intl.NumberFormat(locale);
  const people = await readAside('peopleToday', null);
  const departments = (await readDepartments(reader)).length;
  const courses = hasRole(actor, 'hr') ? await readAside('courseCounts', null) : null;
  const waiting = (await readTryRequests(reader, actor, 'hr')).length;
  return {
    waiting,
    people: m.hr_count_people({ count: people, number: format.format(people) }),
    departments: m.hr_count_departments({ count: departments, number: format.format(departments) }),
    courses:
      courses?.map(({ courseId, slug, title, counts }) => ({
        courseId,
        title,
        to: `/hr/courses/${slug}`,
        share: counts.completed / sumOf(counts),
        done:
          sumOf(counts) === 0
            ? null
            : m.hr_done_of({ done: format.format(counts.completed), total: format.format(sumOf(counts)) }),
      })) ?? null,
  };
}

export default function Overview() {
  const { waiting, people, departments, courses } = useLoaderData<typeof loader>();
  const ways = (
    <div>
      {courses && (
        <>
          <Way to="/hr/completions" title={m.hr_completions_title()} about={m.hr_overview_completions()} />
          <Way to="/hr/courses" title={m.hr_courses_title()} about={m.hr_courses_about()} />
        </>
      )}
      {courses && (
        <Way to="/hr/certificates" title={m.certificates_hr_title()} about={m.certificates_hr_about()} />
      )}
      {waiting > 0 && (
        <Way
          to="/hr/tries"
          title={m.quiz_requests_open({ count: waiting })}
          about={m.quiz_requests_lead_hr()}
        />
      )}
      {courses && <Way to="/hr/talks" title={m.talk_hr_title()} about={m.talk_hr_about()} />}
      <Way to="/hr/people" title={m.hr_people_title()} about={m.hr_overview_people()} />
      <Way to="/hr/departments" title={m.hr_departments_title()} about={m.hr_overview_departments()} />
      <Way to="/admin/roles" title={m.admin_roles_title()} about={m.admin_overview_roles()} />
      <Way to="/hr/sites" title={m.hr_sites_title()} about={m.hr_overview_sites()} />
      <Way to="/hr/tablets" title={m.tablet_list_title()} about={m.tablet_list_about()} />
    </div>
  );
  return (
    <>
      <PageHead
        eyebrow={m.hr_title()}
        title={courses ? m.hr_overview_title() : m.hr_overview_title_people()}
        lead={m.hr_overview_lead({ people, departments })}
      />
      {courses ? (
        <div className="columns">
          <Courses courses={courses} />
          {ways}
        </div>
      ) : (
        <div className="columns">{ways}</div>
      )}
    </>
  );
}

function Way({ to, title, about }: { to: string; title: string; about: string }) {
  return (
    <Aside title={<Link to={to}>{title}</Link>}>
      <p className="soft">{about}</p>
    </Aside>
  );
}

type Course = { courseId: string; title: string; to: string; share: number; done: string | null };

function Courses({ courses }: { courses: Course[] }) {
  return (
    <DataTable
      caption={m.hr_overview_courses()}
      rows={courses}
      rowKey={({ courseId }) => courseId}
      empty={<Empty title={m.hr_overview_none_title()}>{m.hr_overview_none()}</Empty>}
      columns={courseColumns()}
    />
  );
}

function courseColumns(): Column<Course>[] {
  return [
    {
      key: 'course',
      label: m.hr_overview_course(),
      cell: ({ to, title }) => <Link to={to}>{title}</Link>,
    },
    {
      key: 'done',
      label: m.hr_overview_done(),
      cell: ({ share, done }) =>
        done ? <Bar share={share} text={done} /> : <span className="soft">{m.hr_meant_for_nobody()}</span>,
    },
  ];
}
