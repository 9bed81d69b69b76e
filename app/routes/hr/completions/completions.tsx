import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import type {
  CompletionsFilters,
  CompletionSort,
  StateCounts,
} from '#app/domain/reporting/completions-report.ts';
import {
  completionSorts,
  completionsPageSize,
  completionsQuery,
  courseStates,
  isFiltered,
  readCompletionsFilters,
  sumOf,
} from '#app/domain/reporting/completions-report.ts';
import { readScores } from '#app/domain/reporting/score-reads.server.ts';
import { byTitle } from '#app/domain/reporting/meant-for.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import type { Sort } from '#app/ui/table/data-table.tsx';
import { FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requireRole } from '../../guards.server.ts';
import { CompletionsTable } from './completions-table.tsx';
import { departmentOptions } from '../department-options.ts';
import { sourcesInWords, stateWords } from '../words.ts';

export const meta: MetaFunction = () => [{ title: m.hr_completions_title() }];

const page = '/hr/completions';

/** Pressed again, the column that orders the rows turns round. */
function sortLinks(filters: CompletionsFilters): Record<CompletionSort, Sort> {
  const link = (sort: CompletionSort): Sort => {
    const isSorted = filters.sort === sort;
    const turned = isSorted && filters.direction === 'asc' ? 'desc' : 'asc';
    return {
      to: page + completionsQuery(filters, { sort, direction: turned }),
      direction: isSorted ? (filters.direction === 'asc' ? 'ascending' : 'descending') : null,
    };
  };
  const links = completionSorts.map((sort) => [sort, link(sort)]);
  return Object.fromEntries(links) as Record<CompletionSort, Sort>;
}

function countsInWords(counts: StateCounts, ofOneCourse: boolean, locale: string): string {
  const format = new Intl.NumberFormat(locale);
  const count = sumOf(counts);
  const numbers = {
    count,
    number: format.format(count),
    completed: format.format(counts.completed),
    started: format.format(counts.started),
    open: format.format(counts['not-started']),
  };
  return ofOneCourse ? m.hr_completions_counts_people(numbers) : m.hr_completions_counts(numbers);
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const asked = readCompletionsFilters(new URL(args.request.url).searchParams);
  const departments = await readDepartments(reader);
  const { courses } = await readLibrary(reader);
  // What is no longer there filters nothing, and the fields should say so.
  const filters: CompletionsFilters = {
    ...asked,
    department: departments.some(({ id }) => id === asked.department) ? asked.department : '',
    course: courses.some(({ slug }) => slug === asked.course) ? asked.course : '',
  };
  const { rows, counts, total, page: shown } = await readAside('completions', filters);
  const scores = (await readCompany(reader))?.showScores ? await readScores(reader, rows) : null;
  const from = (shown - 1) * completionsPageSize + 1;
  const last = from + rows.length - 1;
  const to = (change: Partial<CompletionsFilters>) => page + completionsQuery(filters, change);
  const day = (date: string | null) => date && formatShortDay(date, locale);
  return {
    filters,
    sorts: sortLinks(filters),
    // The order stays, the filters go.
    clear: isFiltered(filters) ? to({ department: '', course: '', state: '', q: '' }) : undefined,
    states: courseStates.map((state) => ({ value: state, label: stateWords[state]() })),
    departments: departmentOptions(departments),
    courses: byTitle(courses).map(({ slug, title }) => ({ value: slug, label: title })),
    counts: countsInWords(counts, Boolean(filters.course), locale),
    csv: `${page}.csv${completionsQuery(filters)}`,
    rows: rows.map(({ begunOn, completedOn, editions, sources, ...row }) => ({
      ...row,
      ...(scores && { scores: scores(row) }),
      begun: day(begunOn),
      completed: day(completedOn),
      editions: editions.join(', '),
      source: sourcesInWords(sources),
    })),
    pager: {
      from,
      to: last,
      total,
      previous: shown > 1 ? to({ page: shown - 1 }) : null,
      next: last < total ? to({ page: shown + 1 }) : null,
      locale,
    },
  };
}

export default function Completions() {
  const { filters, sorts, clear, states, departments, courses, counts, csv, rows, pager } =
    useLoaderData<typeof loader>();
  const { sort, direction } = filters;
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_completions_title()} />
      <PageHead title={m.hr_completions_title()} lead={m.hr_completions_lead()} />
      <Filters label={m.hr_completions_filters()} clear={clear}>
        <FilterSelect
          label={m.hr_column_department()}
          name="department"
          value={filters.department}
          options={departments}
          all={m.hr_people_all_departments()}
        />
        <FilterSelect
          label={m.hr_column_course()}
          name="course"
          value={filters.course}
          options={courses}
          all={m.hr_completions_all_courses()}
        />
        <FilterSelect
          label={m.hr_column_state()}
          name="state"
          value={filters.state}
          options={states}
          all={m.hr_completions_any_state()}
        />
        <FilterText
          label={m.hr_people_search()}
          name="q"
          value={filters.q}
          placeholder={m.hr_people_search_hint()}
        />
        {sort !== 'name' && <input type="hidden" name="sort" value={sort} />}
        {direction !== 'asc' && <input type="hidden" name="direction" value={direction} />}
      </Filters>
      <p className="soft num mb-4">
        <output>{counts}</output>{' '}
        {rows.length > 0 && (
          <a className="inline-block py-2 ms-2" href={csv}>
            {m.hr_completions_csv()}
          </a>
        )}
      </p>
      <CompletionsTable rows={rows} sorts={sorts} empty={<Nothing filtered={clear !== undefined} />} />
      <Pager {...pager} />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Empty title={m.hr_completions_none_title()} actions={<Button to={page}>{m.hr_show_all()}</Button>}>
        {m.hr_completions_none()}
      </Empty>
    );
  }
  return (
    <Empty
      title={m.hr_completions_no_course_title()}
      actions={<Button to="/hr/departments">{m.hr_completions_to_departments()}</Button>}
    >
      {m.hr_completions_no_course()}
    </Empty>
  );
}
