import * as m from '#app/messages/generated/messages.js';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import type { JobsView } from './jobs-view.server.ts';
import { runStateTones, runStateWords } from './words.ts';

type Job = JobsView['recurring'][number];

export function RecurringJobs({ jobs }: { jobs: Job[] }) {
  return (
    <DataTable
      caption={m.jobs_recurring_caption()}
      hideCaption
      rows={jobs}
      rowKey={({ job }) => job}
      columns={columns()}
    />
  );
}

function columns(): Column<Job>[] {
  return [
    { key: 'job', label: m.jobs_column_job(), cell: ({ words }) => words },
    {
      key: 'state',
      label: m.jobs_column_state(),
      cell: ({ state, reason }) => (
        <span>
          <StateMark tone={runStateTones[state]}>{runStateWords[state]()}</StateMark>
          {reason && <span className="soft small block">{reason}</span>}
        </span>
      ),
    },
    { key: 'last', label: m.jobs_column_last(), cell: ({ startedAt }) => startedAt ?? m.jobs_nothing() },
    { key: 'next', label: m.jobs_column_next(), cell: ({ nextAt }) => nextAt ?? m.jobs_at_once() },
    {
      key: 'now',
      label: m.jobs_column_now(),
      cell: ({ job, words }) => (
        <form method="post" action={`/admin/jobs/recurring/${job}/run-now`}>
          <SubmitOnce quiet className="btn-small whitespace-nowrap">
            {m.jobs_run_now()}
            <span className="sr-only">: {words}</span>
          </SubmitOnce>
        </form>
      ),
    },
  ];
}
