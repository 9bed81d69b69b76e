import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { caseFilters, casesOnPage, type CaseFilters } from '#app/domain/learning/cases/case.ts';
import type { SelectedCases } from '#app/domain/learning/cases/select-cases.ts';
import { selectCases } from '#app/domain/learning/cases/select-cases.ts';
import * as m from '#app/messages/generated/messages.js';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requirePerson } from '../../guards.server.ts';
import { CaseGroups, CaseLines } from './case-lines.tsx';
import { LookUp } from './look-up.tsx';
import { readCaseNames, readCases } from './names.server.ts';
import { showCase } from './shown-case.server.ts';

export const meta: MetaFunction = () => [{ title: m.cases_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const asked = Object.fromEntries(new URL(args.request.url).searchParams);
  const index = await readCases(actor);
  const names = await readCaseNames(actor);
  const filters = knownOf(caseFilters.parse(asked), selectCases(index, caseFilters.parse({})));
  const { rows, total, page, functions, standards } = selectCases(index, filters);
  const from = (page - 1) * casesOnPage + 1;
  const to = from + rows.length - 1;
  return {
    q: filters.q,
    function: filters.function,
    standard: filters.standard,
    functions: functions.map(({ id, count }) => choice(id, names.functionOf(id), count)),
    standards: standards.map(({ id, count }) => choice(id, names.standardOf(id)?.name ?? id, count)),
    isEmpty: index.cases.length === 0,
    count: m.cases_count({ count: total, number: new Intl.NumberFormat(locale).format(total) }),
    cases: rows.map((row) => showCase(row, names, actor.language)),
    pager: {
      from,
      to,
      total,
      previous: page > 1 ? addressOf({ ...filters, page: page - 1 }) : null,
      next: to < total ? addressOf({ ...filters, page: page + 1 }) : null,
      locale,
    },
  };
}

/** A function or a standard that no case has filters nothing. */
function knownOf(filters: CaseFilters, { functions, standards }: SelectedCases): CaseFilters {
  const known = (id: string, list: SelectedCases['functions']) =>
    list.some((one) => one.id === id) ? id : '';
  return {
    ...filters,
    function: known(filters.function, functions),
    standard: known(filters.standard, standards),
  };
}

function choice(value: string, name: string, count: number) {
  return { value, label: m.cases_choice({ name, count }) };
}

function addressOf({ page, ...filters }: CaseFilters): string {
  const kept = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (page > 1) kept.set('page', String(page));
  return kept.size > 0 ? `/cases?${kept}` : '/cases';
}

export default function Cases() {
  const { q, isEmpty, functions, standards, count, cases, pager, ...chosen } = useLoaderData<typeof loader>();
  const filtered = Boolean(q || chosen.function || chosen.standard);
  return (
    <>
      <PageHead title={m.cases_title()} lead={m.cases_lead()} />
      {isEmpty ? (
        <Empty title={m.cases_none_title()}>{m.cases_none()}</Empty>
      ) : (
        <>
          <div className="case-find">
            <Filters label={m.cases_filters()} clear={filtered ? '/cases' : undefined}>
              <FilterText label={m.cases_search()} name="q" value={q} placeholder={m.cases_search_hint()} />
              <FilterSelect
                label={m.cases_function()}
                name="function"
                value={chosen.function}
                options={functions}
                all={m.cases_function_all()}
              />
              <FilterSelect
                label={m.cases_standard()}
                name="standard"
                value={chosen.standard}
                options={standards}
                all={m.cases_standard_all()}
              />
            </Filters>
          </div>
          <output className="soft num mb-4 block">{count}</output>
          {cases.length === 0 && <Nothing />}
          {q ? <CaseLines cases={cases} level={2} withFunction /> : <CaseGroups cases={cases} />}
          <Pager {...pager} />
        </>
      )}
      <LookUp without="/cases" />
    </>
  );
}

function Nothing() {
  return (
    <Empty title={m.cases_nothing_title()} actions={<Button to="/cases">{m.cases_show_all()}</Button>}>
      {m.cases_nothing()}
    </Empty>
  );
}
