import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { CompletionRow, CompletionSort } from '#app/domain/reporting/completions-report.ts';
import * as m from '#app/messages/generated/messages.js';
import { Button } from '#app/ui/form/button.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column, Sort } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { completionsPath } from './sort-links.ts';
import { stateTones, stateWords } from '../words.ts';

type ShownRow = Omit<CompletionRow, 'begunOn' | 'completedOn' | 'editions' | 'sources'> & {
  begun: string | null;
  completed: string | null;
  editions: string;
  source: string;
  /** Only where the company lets HR see them. */
  scores?: string;
  /** Their page. */
  to: string;
};

type Props = { rows: ShownRow[]; sorts: Record<CompletionSort, Sort>; empty: ReactNode };

export function CompletionsTable({ rows, sorts, empty }: Props) {
  return (
    <DataTable
      caption={m.hr_completions_caption()}
      hideCaption
      rows={rows}
      rowKey={({ personId, courseId }) => `${personId} ${courseId}`}
      empty={empty}
      columns={completionColumns(
        sorts,
        rows.some(({ scores }) => scores !== undefined),
      )}
    />
  );
}

/** Numbers and days are looked up and down a column, so each stays on its line. */
function Unbroken({ text }: { text: string | null }) {
  return <span className="num whitespace-nowrap">{text ?? m.hr_nothing()}</span>;
}

function completionColumns(sorts: Props['sorts'], showScores: boolean): Column<ShownRow>[] {
  const scores: Column<ShownRow> = {
    key: 'scores',
    label: m.admin_scores_column(),
    cell: (row) => <Unbroken text={row.scores || null} />,
  };
  return [
    {
      key: 'name',
      label: m.hr_column_name(),
      sort: sorts.name,
      cell: ({ to, name }) => <Link to={to}>{name}</Link>,
    },
    {
      key: 'number',
      label: m.hr_column_number(),
      cell: (row) => <Unbroken text={row.employeeNumber} />,
    },
    {
      key: 'department',
      label: m.hr_column_department(),
      sort: sorts.department,
      cell: (row) => row.department,
    },
    { key: 'site', label: m.hr_column_site(), cell: (row) => row.site },
    { key: 'course', label: m.hr_column_course(), sort: sorts.course, cell: (row) => row.course },
    {
      key: 'state',
      label: m.hr_column_state(),
      sort: sorts.state,
      cell: ({ state }) => <StateMark tone={stateTones[state]}>{stateWords[state]()}</StateMark>,
    },
    {
      key: 'modules',
      label: m.hr_column_modules(),
      cell: (row) => (
        <span className="num whitespace-nowrap">
          {m.hr_done_of({ done: row.modulesDone, total: row.modulesTotal })}
        </span>
      ),
    },
    { key: 'begun', label: m.hr_column_begun(), cell: (row) => <Unbroken text={row.begun} /> },
    {
      key: 'completed',
      label: m.hr_column_completed(),
      sort: sorts.completed,
      cell: (row) => <Unbroken text={row.completed} />,
    },
    { key: 'editions', label: m.hr_column_editions(), cell: (row) => row.editions || m.hr_nothing() },
    { key: 'source', label: m.hr_column_source(), cell: (row) => row.source || m.hr_nothing() },
    ...(showScores ? [scores] : []),
  ];
}

export function NoCompletions({ filtered, past }: { filtered: boolean; past: boolean }) {
  if (past) {
    return <Empty title={m.hr_completions_past_none_title()}>{m.hr_completions_past_none()}</Empty>;
  }
  if (filtered) {
    return (
      <Empty
        title={m.hr_completions_none_title()}
        actions={<Button to={completionsPath}>{m.hr_show_all()}</Button>}
      >
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
