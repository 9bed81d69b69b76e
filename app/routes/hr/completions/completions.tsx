import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import { completionSources } from '#app/domain/learning/completions/completion-source.ts';
import type { CompletionsFilters, StateCounts } from '#app/domain/reporting/completions-report.ts';
import {
  completionsPageSize,
  completionsQuery,
  courseStates,
  isFiltered,
  sumOf,
} from '#app/domain/reporting/completions-report.ts';
import { readScores } from '#app/domain/reporting/score-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay, formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { requireRole } from '../../guards.server.ts';
import { pagerLinks } from '#app/ui/table/pager-links.ts';
import { departmentOptions } from '../department-options.ts';
import { departmentRows } from '../standing/by-department.ts';
import { StandingTable } from '../standing/standing-table.tsx';
import { sourcesInWords, sourceWords, stateWords } from '../words.ts';
import { askedFilters } from './asked-filters.server.ts';
import { CompletionsFilterForm } from './completions-filters.tsx';
import { CompletionsTable, NoCompletions } from './completions-table.tsx';
import { completionsPath, sortLinks } from './sort-links.ts';

export const meta: MetaFunction = () => [{ title: m.hr_completions_title() }];

function countsInWords(counts: StateCounts, ofOneCourse: boolean, locale: string): string {
  const format = new Intl.NumberFormat(locale);
  const count = sumOf(counts);
  const numbers = {
    count,
    number: format.format(count),
    completed: format.format(counts.completed),
    again: format.format(counts.again),
    started: format.format(counts.started),
    open: format.format(counts['not-started']),
  };
  if (counts.again > 0) {
    return ofOneCourse
      ? m.hr_completions_counts_people_again(numbers)
      : m.hr_completions_counts_again(numbers);
  }
  return ofOneCourse ? m.hr_completions_counts_people(numbers) : m.hr_completions_counts(numbers);
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { filters: asked, today, future } = await askedFilters(args.request);
  const departments = await readDepartments(reader, asked.on || today);
  const found = await readAside('completions', asked);
  const { rows, counts, total, courses } = found;
  // What is no longer there filters nothing, and the fields should say so.
  const filters: CompletionsFilters = {
    ...asked,
    department: departments.some(({ id }) => id === asked.department) ? asked.department : '',
    course: courses.some(({ slug }) => slug === asked.course) ? asked.course : '',
  };
  const scores = (await readCompany(reader))?.showScores ? await readScores(reader, rows, filters.on) : null;
  const to = (change: Partial<CompletionsFilters>) => completionsPath + completionsQuery(filters, change);
  const day = (date: string | null) => date && formatShortDay(date, locale);
  const file = (kind: string) => `${completionsPath}.${kind}${completionsQuery(filters)}`;
  return {
    filters,
    on: filters.on || today,
    past: filters.on ? formatDay(filters.on, locale) : null,
    future: future && formatDay(future, locale),
    toToday: to({ on: '' }),
    sorts: sortLinks(filters),
    // The order stays, the filters go.
    clear: isFiltered(filters)
      ? to({ department: '', course: '', state: '', how: '', q: '', on: '' })
      : undefined,
    states: courseStates.map((state) => ({ value: state, label: stateWords[state]() })),
    ways: completionSources.map((source) => ({ value: source, label: sourceWords[source]() })),
    departments: departmentOptions(departments),
    courses: courses.map(({ slug, title }) => ({ value: slug, label: title })),
    counts: countsInWords(counts, Boolean(filters.course), locale),
    csv: file('csv'),
    xlsx: file('xlsx'),
    // Whoever looks for somebody, or for who is late, has come for the names.
    standing: filters.q
      ? []
      : departmentRows(found.departments, new Intl.NumberFormat(locale), (department) => to({ department })),
    opened: !filters.state && found.page === 1,
    rows: rows.map(({ begunOn, completedOn, editions, sources, ...row }) => ({
      ...row,
      ...(scores && { scores: scores(row) }),
      to: `/hr/people/${row.personId}${filters.on && `?on=${filters.on}`}`,
      begun: day(begunOn),
      completed: day(completedOn),
      editions: editions.join(', '),
      source: sourcesInWords(sources),
    })),
    pager: pagerLinks({
      page: found.page,
      size: completionsPageSize,
      shown: rows.length,
      total,
      to: (page) => to({ page }),
      locale,
    }),
  };
}

export default function Completions() {
  const shown = useLoaderData<typeof loader>();
  const { past, future, toToday, sorts, clear, counts, csv, xlsx, rows, standing, opened, pager } = shown;
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_completions_title()} />
      {future && <Notice tone="bad">{m.hr_completions_future({ date: future })}</Notice>}
      <PageHead
        title={m.hr_completions_title()}
        lead={past ? m.hr_completions_past_lead({ date: past }) : m.hr_completions_lead()}
      />
      {past && (
        <Notice>
          {m.hr_completions_past({ date: past })}{' '}
          <Link className="inline-block py-2" to={toToday}>
            {m.hr_to_today()}
          </Link>
        </Notice>
      )}
      <CompletionsFilterForm {...shown} clear={clear} />
      <p className="soft num mb-4">
        <output>{counts}</output>
        {rows.length > 0 && (
          <span className="flex flex-wrap gap-x-6">
            <a className="inline-block py-2" href={csv}>
              {m.hr_completions_csv()}
            </a>
            <a className="inline-block py-2" href={xlsx}>
              {m.hr_completions_xlsx()}
            </a>
          </span>
        )}
      </p>
      {standing.length > 0 && (
        <details key={toToday} className="mb-10" open={opened}>
          <summary className="min-h-touch py-2 font-semibold">{m.hr_standing_title()}</summary>
          <StandingTable caption={m.hr_standing_caption()} what={m.hr_column_department()} rows={standing} />
        </details>
      )}
      <CompletionsTable
        rows={rows}
        sorts={sorts}
        empty={<NoCompletions filtered={clear !== undefined} past={past !== null} />}
      />
      <Pager {...pager} />
    </>
  );
}
