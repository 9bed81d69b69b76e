import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { certificateStates } from '#app/domain/learning/certificates/certificate.ts';
import type { CertificatesFilters } from '#app/domain/learning/certificates/certificate-list.ts';
import {
  certificatesPageSize,
  certificatesQuery,
  readCertificatesFilters,
} from '#app/domain/learning/certificates/certificate-list.ts';
import {
  readCertificates,
  readCertifiedCourses,
} from '#app/domain/learning/certificates/certificate-list-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { certificateStateWords } from '../../certificate-state.tsx';
import { requireRole } from '../../guards.server.ts';
import { CertificatesTable } from './certificates-table.tsx';

export const meta: MetaFunction = () => [{ title: m.certificates_hr_title() }];

const page = '/hr/certificates';

/** Who completed what is HR's to see, so the list is. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const asked = readCertificatesFilters(new URL(args.request.url).searchParams);
  const courses = await readCertifiedCourses(reader);
  // What is no longer there filters nothing, and the fields should say so.
  const filters: CertificatesFilters = {
    ...asked,
    course: courses.some(({ id }) => id === asked.course) ? asked.course : '',
  };
  const { rows, total, page: shown } = await readCertificates(reader, filters);
  const from = (shown - 1) * certificatesPageSize + 1;
  const last = from + rows.length - 1;
  const to = (number: number) => page + certificatesQuery({ ...filters, page: number });
  return {
    filters,
    filtered: Boolean(filters.q || filters.course || filters.state),
    courses: courses.map(({ id, title }) => ({ value: id, label: title })),
    count: m.certificates_hr_count({ count: total, number: new Intl.NumberFormat(locale).format(total) }),
    rows: rows.map(({ completedOn, validUntil, ...row }) => ({
      ...row,
      completed: formatShortDay(completedOn, locale),
      until: validUntil && formatShortDay(validUntil, locale),
    })),
    pager: {
      from,
      to: last,
      total,
      previous: shown > 1 ? to(shown - 1) : null,
      next: last < total ? to(shown + 1) : null,
      locale,
    },
  };
}

export default function Certificates() {
  const { filters, filtered, courses, count, rows, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.certificates_hr_title()} />
      <PageHead title={m.certificates_hr_title()} lead={m.certificates_hr_lead()} />
      <Filters label={m.certificates_hr_filters()} clear={filtered ? page : undefined}>
        <FilterText
          label={m.certificates_hr_search()}
          name="q"
          value={filters.q}
          placeholder={m.certificates_hr_search_hint()}
        />
        <FilterSelect
          label={m.certificates_column_course()}
          name="course"
          value={filters.course}
          options={courses}
          all={m.certificates_hr_all_courses()}
        />
        <FilterSelect
          label={m.certificates_column_state()}
          name="state"
          value={filters.state}
          options={certificateStates.map((value) => ({ value, label: certificateStateWords[value]() }))}
          all={m.certificates_hr_any_state()}
        />
      </Filters>
      <output className="soft num mb-4 block">{count}</output>
      <CertificatesTable rows={rows} empty={<Nothing filtered={filtered} />} />
      <Pager {...pager} />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Empty
        title={m.certificates_hr_nothing_title()}
        actions={<Button to={page}>{m.certificates_hr_show_all()}</Button>}
      >
        {m.certificates_hr_nothing()}
      </Empty>
    );
  }
  return (
    <Empty
      title={m.certificates_hr_empty_title()}
      actions={<Button to="/hr/completions">{m.certificates_hr_empty_button()}</Button>}
    >
      {m.certificates_hr_empty()}
    </Empty>
  );
}
