import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { slipsFor } from '#app/domain/access/tokens/slip-reads.server.ts';
import { countOutdated } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { sitesOfHead } from '#app/domain/culture/posters/hangings/sites-of-head.sql.server.ts';
import { readTryRequests } from '#app/domain/learning/tries/try-request-reads.server.ts';
import { sumOf } from '#app/domain/reporting/completions-report.ts';
import type { TeamCount, TeamCourse } from '#app/domain/reporting/team.ts';
import { teamFilters, teamPageSize } from '#app/domain/reporting/team.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Bar } from '#app/ui/chart/bar.tsx';
import { Button } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requireHead } from '../guards.server.ts';
import { TeamHuddles } from './huddles/team-huddles.tsx';
import { showTeamHuddles } from './huddles/team-huddles.server.ts';
import { LastTalkBlock } from './talks/last-talk.tsx';
import { readLastTalk } from './talks/last-talk.server.ts';
import { pagerLinks } from '#app/ui/table/pager-links.ts';

export const meta: MetaFunction = () => [{ title: m.team_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), head.language);
  const query = new URL(args.request.url).searchParams;
  const filters = teamFilters.parse({ q: query.get('q') ?? undefined, page: query.get('page') ?? undefined });
  const { size, counts, members, total, page } = await readAside('team', { head, filters });
  const slips = await slipsFor(
    reader,
    head,
    members.map(({ personId }) => personId),
  );
  const waiting = (await readTryRequests(reader, head, 'team')).length;
  const walls = (await sitesOfHead(reader, head)).map(({ id }) => id);
  const format = new Intl.NumberFormat(locale);
  const to = (wanted: number) => {
    const kept = new URLSearchParams(filters.q && { q: filters.q });
    if (wanted > 1) kept.set('page', String(wanted));
    return `/team${kept.size > 0 ? `?${kept}` : ''}`;
  };
  return {
    q: filters.q,
    empty: size === 0,
    monday: await showTeamHuddles(head, locale),
    waiting,
    outdatedPosters: await countOutdated(reader, walls),
    talks: await readLastTalk(head, args.request),
    count: m.team_count({ count: total, number: format.format(total) }),
    severalDepartments: head.headOf.length > 1,
    courses: counts.map((course) => showCount(course, format)),
    members: members.map(({ courses, ...member }) => ({
      ...member,
      mayHaveSlip: slips.has(member.personId),
      courses: courses.map((course) => showCourse(course, locale)),
    })),
    pager: pagerLinks({ page, size: teamPageSize, shown: members.length, total, to, locale }),
  };
}

function showCount({ courseId, title, counts }: TeamCount, format: Intl.NumberFormat) {
  const total = sumOf(counts);
  const done = m.team_summary_of({ done: format.format(counts.completed), total: format.format(total) });
  return { courseId, title, share: counts.completed / total, done };
}

function showCourse({ courseId, title, state, begunOn, completedOn }: TeamCourse, locale: string) {
  const begun = begunOn
    ? m.team_state_started({ date: formatShortDay(begunOn, locale) })
    : m.team_state_started_undated();
  if (state === 'again') return { courseId, title, tone: 'due', stand: m.team_state_again() } as const;
  if (completedOn) {
    const date = formatShortDay(completedOn, locale);
    return { courseId, title, tone: 'good', stand: m.team_state_completed({ date }) } as const;
  }
  if (state === 'started') return { courseId, title, tone: 'due', stand: begun } as const;
  return { courseId, title, tone: 'plain', stand: m.team_state_not_started() } as const;
}

export default function Team() {
  const {
    q,
    empty,
    monday,
    talks,
    waiting,
    outdatedPosters,
    count,
    courses,
    members,
    severalDepartments,
    pager,
  } = useLoaderData<typeof loader>();
  if (empty) {
    return (
      <>
        <PageHead title={m.team_title()} />
        <Empty title={m.team_empty_title()}>{m.team_empty()}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={m.team_title()} lead={m.team_lead()} />
      {waiting > 0 && (
        <p className="mb-8">
          <Button to="/team/tries">{m.quiz_requests_open({ count: waiting })}</Button>
        </p>
      )}
      <p className="mb-8">
        <Link to="/team/posters" className="inline-flex min-h-touch items-center">
          {outdatedPosters > 0 ? m.poster_list_from_team({ count: outdatedPosters }) : m.poster_list_title()}
        </Link>
      </p>
      {courses.length > 0 && <Summary courses={courses} />}
      <TeamHuddles {...monday} />
      <LastTalkBlock {...talks} />
      <section className="section" aria-labelledby="team-people">
        <h2 id="team-people">{m.team_people_title()}</h2>
        <Filters label={m.team_filters()} clear={q ? '/team' : undefined}>
          <FilterText label={m.team_search()} name="q" value={q} />
        </Filters>
        <output className="soft num mb-4 block">{count}</output>
        {members.length === 0 && (
          <Empty
            level={3}
            title={m.team_nobody_title()}
            actions={<Button to="/team">{m.team_show_all()}</Button>}
          >
            {m.team_nobody()}
          </Empty>
        )}
        <ul className="lines max-w-wide">
          {members.map((member) => (
            <Member key={member.personId} member={member} withDepartment={severalDepartments} />
          ))}
        </ul>
        <Pager {...pager} />
      </section>
    </>
  );
}

type ShownCourse = ReturnType<typeof showCourse>;
type ShownMember = {
  personId: string;
  name: string;
  department: string;
  mayHaveSlip: boolean;
  courses: ShownCourse[];
};

function Member({ member, withDepartment }: { member: ShownMember; withDepartment: boolean }) {
  return (
    <li>
      <h3 dir="auto">{member.name}</h3>
      {withDepartment && (
        <span className="soft small" style={{ gridColumn: 'auto' }}>
          {member.department}
        </span>
      )}
      {member.courses.length === 0 && <p className="soft">{m.team_no_course()}</p>}
      <ul className="full">
        {member.courses.map(({ courseId, title, tone, stand }) => (
          <li key={courseId} className="flex flex-wrap justify-between gap-x-4 py-1">
            <span dir="auto">{title}</span>
            <StateMark tone={tone}>{stand}</StateMark>
          </li>
        ))}
      </ul>
      {member.mayHaveSlip && (
        <p className="small">
          <Link
            to={`/team/people/${member.personId}/slip`}
            className="inline-flex min-h-touch items-center"
            aria-label={m.slip_link_of({ name: member.name })}
          >
            {m.slip_link()}
          </Link>
        </p>
      )}
    </li>
  );
}

function Summary({ courses }: { courses: ReturnType<typeof showCount>[] }) {
  return (
    <section className="max-w-wide" aria-labelledby="team-summary">
      <h2 id="team-summary" className="mb-4">
        {m.team_summary_title()}
      </h2>
      <DataTable
        caption={m.team_summary_caption()}
        hideCaption
        rows={courses}
        rowKey={({ courseId }) => courseId}
        columns={summaryColumns()}
      />
    </section>
  );
}

type ShownCount = ReturnType<typeof showCount>;

function summaryColumns(): Column<ShownCount>[] {
  return [
    { key: 'course', label: m.team_summary_course(), cell: ({ title }) => title },
    {
      key: 'done',
      label: m.team_summary_done(),
      cell: ({ share, done }) => <Bar share={share} text={done} />,
    },
  ];
}
