import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import type { ShownEvent } from './shown-event.ts';

export type AuditTableRow = ShownEvent & { when: string; onlyThis: string };

export function AuditTable({ rows, empty }: { rows: AuditTableRow[]; empty: ReactNode }) {
  return (
    <DataTable
      caption={m.audit_caption()}
      hideCaption
      rows={rows}
      rowKey={({ seq }) => String(seq)}
      empty={empty}
      columns={columns()}
    />
  );
}

function columns(): Column<AuditTableRow>[] {
  return [
    {
      key: 'when',
      label: m.audit_column_when(),
      cell: ({ when, seq }) => (
        <>
          <span className="num">{when}</span>
          <span className="sr-only"> {m.audit_number({ seq })}</span>
        </>
      ),
    },
    {
      key: 'who',
      label: m.audit_column_who(),
      cell: ({ who, byPerson }) => (byPerson ? who : <span className="soft">{who}</span>),
    },
    { key: 'what', label: m.audit_column_what(), cell: ({ what }) => what },
    {
      key: 'about',
      label: m.audit_column_about(),
      cell: ({ about, onlyThis }) => (
        <Link to={onlyThis} title={m.audit_only_this()} dir="auto">
          {about}
        </Link>
      ),
    },
    {
      key: 'facts',
      label: m.audit_column_facts(),
      cell: ({ facts, erased }) =>
        erased ? <span className="soft">{m.audit_erased()}</span> : <Facts facts={facts} />,
    },
  ];
}

function Facts({ facts }: { facts: string[] }) {
  return (
    <ul className="small">
      {facts.map((fact) => (
        <li key={fact} className="break-words" dir="auto">
          {fact}
        </li>
      ))}
    </ul>
  );
}
