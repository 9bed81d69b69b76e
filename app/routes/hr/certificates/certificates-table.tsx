import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { CertificateRow } from '#app/domain/learning/certificates/certificate-list.ts';
import * as m from '#app/messages/generated/messages.js';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { CertificateStateMark } from '../../certificate-state.tsx';

type ShownRow = Omit<CertificateRow, 'completedOn' | 'validUntil'> & {
  completed: string;
  until: string | null;
};

export function CertificatesTable({ rows, empty }: { rows: ShownRow[]; empty: ReactNode }) {
  return (
    <DataTable
      caption={m.certificates_hr_caption()}
      hideCaption
      rows={rows}
      rowKey={({ code }) => code}
      empty={empty}
      columns={columns()}
    />
  );
}

const nameOf = ({ holderName }: ShownRow) => holderName ?? m.certificates_page_name_removed();

/** The same words stand in every row: whose it is and for what, is said to whoever does not see the row. */
function Way({ to, what, row }: { to: string; what: string; row: ShownRow }) {
  return (
    <Link
      className="me-4 inline-block py-1"
      to={to}
      aria-label={m.certificates_hr_of({ what, name: nameOf(row), course: row.courseTitle })}
    >
      {what}
    </Link>
  );
}

function columns(): Column<ShownRow>[] {
  return [
    {
      key: 'holder',
      label: m.certificates_column_holder(),
      // Where the name was removed, nothing leads to whose it was.
      cell: (row) =>
        row.holderName ? (
          <Link to={`/hr/people/${row.personId}`}>{row.holderName}</Link>
        ) : (
          <span className="soft">{nameOf(row)}</span>
        ),
    },
    {
      key: 'course',
      label: m.certificates_column_course(),
      cell: (row) => <span lang={row.courseLanguage}>{row.courseTitle}</span>,
    },
    {
      key: 'code',
      label: m.certificates_column_code(),
      cell: ({ code }) => (
        <Link className="md:whitespace-nowrap" to={`/certificates/${code}`}>
          {code}
        </Link>
      ),
    },
    {
      key: 'state',
      label: m.certificates_column_state(),
      cell: ({ state }) => <CertificateStateMark state={state} />,
    },
    {
      key: 'completed',
      label: m.certificates_column_completed(),
      cell: (row) => <span className="num whitespace-nowrap">{row.completed}</span>,
    },
    {
      key: 'until',
      label: m.certificates_column_until(),
      cell: (row) => <span className="num whitespace-nowrap">{row.until ?? m.certificates_no_end()}</span>,
    },
    {
      key: 'actions',
      label: m.certificates_column_actions(),
      cell: (row) => (
        <span className="md:-my-1 md:inline-block">
          <a
            className="me-4 inline-block py-1"
            href={`/certificates/${row.code}.pdf`}
            aria-label={m.certificates_hr_of({
              what: m.certificates_download_short(),
              name: nameOf(row),
              course: row.courseTitle,
            })}
          >
            {m.certificates_download_short()}
          </a>
          {row.state !== 'revoked' && (
            <Way to={`/hr/certificates/${row.code}/revoke`} what={m.certificates_hr_revoke()} row={row} />
          )}
          {row.hasLeft && row.holderName && (
            <Way to={`/hr/certificates/${row.code}/erase`} what={m.certificates_hr_erase()} row={row} />
          )}
        </span>
      ),
    },
  ];
}
