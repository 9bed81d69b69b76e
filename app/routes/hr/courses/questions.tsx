import * as m from '#app/messages/generated/messages.js';
import { Bar } from '#app/ui/chart/bar.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import type { showQuestions, ShownQuestion } from './shown-questions.ts';

type Props = { modules: ReturnType<typeof showQuestions> };

/** How hard each question is, for whoever mends it. Nobody is named. */
export function Questions({ modules }: Props) {
  return (
    <>
      <p className="soft mb-6 max-w-measure">{modules[0]?.lead}</p>
      {modules.map(({ documentId, title, questions }) => (
        <section key={documentId} className="mb-10" aria-labelledby={documentId}>
          <h3 id={documentId} className="mb-3" dir="auto">
            {title}
          </h3>
          <DataTable
            caption={m.hr_questions_caption({ title })}
            hideCaption
            rows={questions}
            rowKey={({ key }) => key}
            empty={<p className="soft">{m.hr_questions_none()}</p>}
            columns={questionColumns()}
          />
        </section>
      ))}
    </>
  );
}

function questionColumns(): Column<ShownQuestion>[] {
  return [
    {
      key: 'question',
      label: m.hr_question(),
      cell: ({ text, language }) => (
        <span lang={language} className="block max-w-measure font-normal">
          {text}
        </span>
      ),
    },
    {
      key: 'right',
      label: m.hr_question_right(),
      cell: ({ right }) =>
        right ? (
          <Bar share={right.share} text={right.text} />
        ) : (
          <span className="soft">{m.hr_question_few()}</span>
        ),
    },
    {
      key: 'wrong',
      label: m.hr_question_wrong(),
      cell: ({ wrong, wrongNote, language }) => (
        <div>
          {wrong.map((option) => (
            <span key={option} lang={language} className="block">
              {option}
            </span>
          ))}
          <span className="soft small">{wrongNote}</span>
        </div>
      ),
    },
    {
      key: 'edition',
      label: m.hr_question_edition(),
      cell: ({ edition }) => <span className="whitespace-nowrap">{edition}</span>,
    },
  ];
}
