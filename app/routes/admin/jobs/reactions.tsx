import * as m from '#app/messages/generated/messages.js';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import type { JobsView } from './jobs-view.server.ts';

type Reaction = JobsView['reactions'][number];

export function Reactions({ reactions }: { reactions: Reaction[] }) {
  return (
    <DataTable
      caption={m.jobs_reactions_caption()}
      hideCaption
      rows={reactions}
      rowKey={({ reaction }) => reaction}
      columns={columns()}
    />
  );
}

function columns(): Column<Reaction>[] {
  return [
    { key: 'reaction', label: m.jobs_column_reaction(), cell: ({ words }) => words },
    {
      key: 'behind',
      label: m.jobs_column_behind(),
      numeric: true,
      cell: ({ behind, since }) => (
        <span>
          {behind}
          {since && <span className="soft small block">{m.jobs_behind_since({ when: since })}</span>}
        </span>
      ),
    },
    { key: 'waiting', label: m.jobs_column_waiting(), numeric: true, cell: ({ waiting }) => waiting },
    { key: 'stopped', label: m.jobs_column_stopped(), numeric: true, cell: ({ stopped }) => stopped },
  ];
}
