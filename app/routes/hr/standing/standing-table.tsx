import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { StackedBar } from '#app/ui/chart/stacked-bar.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import type { Standing } from './standing.ts';

export type StandingRow = Standing & { key: string; name: string; to: string | null };

type Props = { caption: string; what: string; rows: StandingRow[]; empty?: ReactNode };

/** A line for each department, module or course: the bar, and the numbers that it is drawn from. */
export function StandingTable({ caption, what, rows, empty }: Props) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      empty={empty}
      columns={standingColumns(
        what,
        rows.some(({ hasAgain }) => hasAgain),
      )}
    />
  );
}

/** On a phone the columns have no heads that could say which colour is which. */
function Near({ tone, number }: { tone?: 'good' | 'mark' | 'ink'; number: string }) {
  const key = tone ? `stacked-key stacked-key-${tone}` : 'stacked-key';
  return <span className={`${key} stacked-key-near`}>{number}</span>;
}

function standingColumns(what: string, showAgain: boolean): Column<StandingRow>[] {
  const again: Column<StandingRow> = {
    key: 'again',
    label: m.hr_standing_again(),
    mark: 'stacked-key stacked-key-mark',
    numeric: true,
    cell: (row) => <Near tone="mark" number={row.again} />,
  };
  return [
    {
      key: 'name',
      label: what,
      cell: ({ to, name }) => (to ? <Link to={to}>{name}</Link> : name),
    },
    { key: 'bar', label: m.hr_standing_bar(), cell: ({ parts }) => <StackedBar parts={parts} /> },
    {
      key: 'completed',
      label: m.hr_standing_completed(),
      mark: 'stacked-key stacked-key-good',
      numeric: true,
      cell: (row) => <Near tone="good" number={row.completed} />,
    },
    ...(showAgain ? [again] : []),
    {
      key: 'started',
      label: m.hr_standing_started(),
      mark: 'stacked-key stacked-key-ink',
      numeric: true,
      cell: (row) => <Near tone="ink" number={row.started} />,
    },
    {
      key: 'open',
      label: m.hr_standing_not_started(),
      mark: 'stacked-key',
      numeric: true,
      cell: (row) => <Near number={row.open} />,
    },
    { key: 'all', label: m.hr_standing_all(), numeric: true, cell: (row) => row.all },
  ];
}
