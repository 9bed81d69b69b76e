import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import type { AuditQuery, AuditRow } from '#app/domain/reporting/audit/audit-trail.ts';
import {
  auditQuery,
  eventNames,
  isAuditFiltered,
  readAuditFilters,
  subjectTypes,
} from '#app/domain/reporting/audit/audit-trail.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { Icon } from '#app/ui/page/icon.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { FilterDate, FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { requireRole } from '../../guards.server.ts';
import { AuditTable } from './audit-table.tsx';
import { shownEvent } from './shown-event.ts';
import { eventWords, subjectWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.audit_title() }];

const page = '/admin/audit';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const filters = readAuditFilters(new URL(args.request.url).searchParams);
  const timeZone = actor.siteTimeZone;
  const { rows, newer, older, unknownPerson } = await readAside('auditTrail', { ...filters, timeZone });
  const to = (change: Partial<AuditQuery>) => page + auditQuery(filters, change);
  return {
    filters,
    unknownPerson,
    clear: isAuditFiltered(filters) ? page : undefined,
    events: eventNames
      .map((value) => ({ value, label: eventWords[value]() }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    subjects: subjectTypes
      .map((value) => ({ value, label: subjectWords[value]() }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    rows: rows.map((row) => ({
      ...shownEvent(row, locale),
      when: formatMoment(row.at, locale, timeZone),
      onlyThis: page + auditQuery(readAuditFilters(new URLSearchParams()), thisOne(row)),
    })),
    newer: newer === null ? null : to({ after: newer }),
    older: older === null ? null : to({ before: older }),
  };
}

function thisOne({ subjectType, subjectId }: AuditRow): Partial<AuditQuery> {
  const subject = subjectTypes.find((type) => type === subjectType) ?? '';
  return { subject, id: subjectId };
}

export default function Audit() {
  const { filters, clear, events, subjects, rows, newer, older, unknownPerson } =
    useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/admin', label: m.audit_admin() }]} here={m.audit_title()} />
      <PageHead title={m.audit_title()} lead={m.audit_lead()}>
        <QuietButton to="/admin/audit/check">{m.audit_check_title()}</QuietButton>
      </PageHead>
      <Filters label={m.audit_filters()} clear={clear}>
        <FilterText label={m.audit_by()} name="by" value={filters.by} placeholder={m.audit_person_hint()} />
        <FilterText
          label={m.audit_about()}
          name="about"
          value={filters.about}
          placeholder={m.audit_person_hint()}
        />
        <FilterSelect
          label={m.audit_event()}
          name="event"
          value={filters.event}
          options={events}
          all={m.audit_any_event()}
        />
        <FilterSelect
          label={m.audit_subject()}
          name="subject"
          value={filters.subject}
          options={subjects}
          all={m.audit_any_subject()}
        />
        <FilterDate label={m.audit_from()} name="from" value={filters.from} />
        <FilterDate label={m.audit_to()} name="to" value={filters.to} />
        {filters.id && <input type="hidden" name="id" value={filters.id} />}
      </Filters>
      {filters.id && <p className="soft">{m.audit_one_subject()}</p>}
      <AuditTable rows={rows} empty={<Nothing unknownPerson={unknownPerson} />} />
      <Turn newer={newer} older={older} />
    </>
  );
}

function Nothing({ unknownPerson }: { unknownPerson: boolean }) {
  const words = unknownPerson
    ? { title: m.audit_unknown_title(), text: m.audit_unknown() }
    : { title: m.audit_nothing_title(), text: m.audit_nothing() };
  return (
    <Empty title={words.title} actions={<Button to={page}>{m.audit_any_event()}</Button>}>
      {words.text}
    </Empty>
  );
}

/** Without numbers of pages: what happens meanwhile would shift them. */
function Turn({ newer, older }: { newer: string | null; older: string | null }) {
  if (!newer && !older) return null;
  return (
    <nav className="pager" aria-label={m.audit_pager()}>
      {newer && (
        <Link to={newer} rel="prev">
          <Icon name="back" size={18} />
          {m.audit_newer()}
        </Link>
      )}
      {older && (
        <Link to={older} rel="next">
          {m.audit_older()}
          <Icon name="onward" size={18} />
        </Link>
      )}
    </nav>
  );
}
