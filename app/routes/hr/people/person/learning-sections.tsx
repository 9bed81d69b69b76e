import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { stateTones, stateWords } from '../../words.ts';
import type { ShownLearning } from './shown-learning.ts';

/** Each of these is a part of its own of what HR sees of somebody's learning. */
const sections = { courses: Courses, completions: Completions, tries: Tries };

export function LearningSections({ learning }: { learning: ShownLearning }) {
  return Object.entries(sections).map(([id, Section]) => <Section key={id} id={id} learning={learning} />);
}

type Props = { id: string; learning: ShownLearning };

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Numbers and days are looked up and down a column, so each stays on its line. */
function Unbroken({ text }: { text: string | null }) {
  return <span className="num whitespace-nowrap">{text || m.hr_nothing()}</span>;
}

function Courses({ id, learning: { past, courses } }: Props) {
  const title = past ? m.hr_learning_title_past({ date: past }) : m.hr_learning_title();
  const none = past ? m.hr_learning_none_past() : m.hr_learning_none();
  return (
    <Part id={id} title={title}>
      <DataTable
        caption={m.hr_learning_caption()}
        hideCaption
        rows={courses}
        rowKey={({ courseId }) => courseId}
        empty={<p className="soft">{none}</p>}
        columns={courseColumns()}
      />
    </Part>
  );
}

function courseColumns(): Column<ShownLearning['courses'][number]>[] {
  return [
    { key: 'course', label: m.hr_column_course(), cell: ({ course }) => course },
    {
      key: 'state',
      label: m.hr_column_state(),
      cell: ({ state }) => <StateMark tone={stateTones[state]}>{stateWords[state]()}</StateMark>,
    },
    {
      key: 'modules',
      label: m.hr_column_modules(),
      cell: (row) => <Unbroken text={m.hr_done_of({ done: row.modulesDone, total: row.modulesTotal })} />,
    },
    { key: 'begun', label: m.hr_column_begun(), cell: ({ begun }) => <Unbroken text={begun} /> },
    {
      key: 'completed',
      label: m.hr_column_completed(),
      cell: ({ completed }) => <Unbroken text={completed} />,
    },
    { key: 'editions', label: m.hr_column_editions(), cell: ({ editions }) => <Unbroken text={editions} /> },
    {
      key: 'languages',
      label: m.hr_learning_language(),
      cell: ({ languages }) => languages || m.hr_nothing(),
    },
    { key: 'how', label: m.hr_column_source(), cell: ({ how }) => how || m.hr_nothing() },
  ];
}

function Completions({ id, learning: { past, completions } }: Props) {
  const title = past ? m.hr_learning_completions_past({ date: past }) : m.hr_learning_completions();
  return (
    <Part id={id} title={title}>
      <DataTable
        caption={m.hr_learning_completions_caption()}
        hideCaption
        rows={completions}
        rowKey={(row) => row.id}
        empty={<p className="soft">{m.hr_learning_completions_none()}</p>}
        columns={completionColumns()}
      />
    </Part>
  );
}

function completionColumns(): Column<ShownLearning['completions'][number]>[] {
  return [
    { key: 'what', label: m.hr_learning_what(), cell: ({ what }) => what },
    {
      key: 'completed',
      label: m.hr_column_completed(),
      cell: ({ completed }) => <Unbroken text={completed} />,
    },
    { key: 'edition', label: m.hr_column_editions(), cell: ({ edition }) => <Unbroken text={edition} /> },
    { key: 'language', label: m.hr_learning_language(), cell: ({ language }) => language },
    { key: 'how', label: m.hr_column_source(), cell: ({ how }) => how },
  ];
}

function Tries({ id, learning: { tries } }: Props) {
  return (
    <Part id={id} title={m.hr_learning_tries()}>
      <DataTable
        caption={m.hr_learning_tries_caption()}
        hideCaption
        rows={tries}
        rowKey={(row) => row.id}
        empty={<p className="soft">{m.hr_learning_tries_none()}</p>}
        columns={tryColumns(tries.some(({ score }) => score !== null))}
      />
    </Part>
  );
}

function tryColumns(showScores: boolean): Column<ShownLearning['tries'][number]>[] {
  const scores: Column<ShownLearning['tries'][number]> = {
    key: 'score',
    label: m.admin_scores_column(),
    cell: ({ score }) => <Unbroken text={score} />,
  };
  return [
    { key: 'module', label: m.hr_course_module(), cell: ({ module }) => module },
    { key: 'number', label: m.hr_learning_try(), cell: ({ number }) => <Unbroken text={number} /> },
    {
      key: 'submitted',
      label: m.hr_learning_handed_in(),
      cell: ({ submitted }) => <Unbroken text={submitted} />,
    },
    { key: 'edition', label: m.hr_column_editions(), cell: ({ edition }) => <Unbroken text={edition} /> },
    {
      key: 'outcome',
      label: m.hr_learning_outcome(),
      cell: ({ passed }) => (
        <StateMark tone={passed ? 'good' : 'plain'}>
          {passed ? m.hr_learning_passed() : m.hr_learning_not_passed()}
        </StateMark>
      ),
    },
    ...(showScores ? [scores] : []),
  ];
}
