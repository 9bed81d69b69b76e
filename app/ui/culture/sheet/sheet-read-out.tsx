import * as m from '#app/messages/generated/messages.js';
import { childNamed } from '../../document/tree.ts';
import { InlineNodes } from '../../document/inline-nodes.tsx';
import { TextNodes, type TextNodesProps } from '../../document/text-nodes.tsx';
import { Fold } from '../../fold/fold.tsx';
import { wordsLanguage } from '../../reading/words-language.ts';

type Nodes = TextNodesProps['nodes'];

export type SheetReadOutProps = {
  /** Null where nobody reads the case any more. */
  case: { title: string; language: string; element: Extract<Nodes[number], object> } | null;
  ask: Nodes;
  answers: Nodes[];
  say: Nodes;
  language: string;
  /** Whoever leads the talk reads it out; all others read along. */
  leads: boolean;
  /** For a preview: nothing is hidden. */
  open?: boolean;
};

/** The letters that hands are raised for. */
const letters = ['A', 'B', 'C', 'D'];

/** Monday's five minutes as it is held: the case, the question, hands up; only then what happened. */
export function SheetReadOut({ case: from, ask, answers, say, language, leads, open }: SheetReadOutProps) {
  return (
    <div className="read-out" lang={language}>
      {from && <Situation from={from} leads={leads} />}
      <section className="read-out-ask">
        <h2 className="read-out-step" lang={wordsLanguage}>
          {m.ui_sheet_ask()}
        </h2>
        <p className="read-out-question" dir="auto">
          <InlineNodes nodes={ask} />
        </p>
        <p className="soft small" lang={wordsLanguage}>
          {m.ui_sheet_hands()}
        </p>
        <ol className="read-out-answers">
          {answers.map((answer, index) => (
            <li key={letters[index]}>
              <span className="read-out-letter" aria-hidden="true">
                {letters[index]}
              </span>
              <span dir="auto">
                <InlineNodes nodes={answer} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <div className="read-out-fold">
        <Fold title={<span lang={wordsLanguage}>{m.ui_sheet_fold()}</span>} open={open}>
          {from && <WhatHappened from={from} />}
          {say.length > 0 && (
            <section className="read-out-say">
              <h2 className="read-out-step" lang={wordsLanguage}>
                {leads ? m.ui_sheet_say() : m.ui_sheet_said()}
              </h2>
              <div dir="auto">
                <TextNodes nodes={say} level={3} />
              </div>
            </section>
          )}
        </Fold>
      </div>
    </div>
  );
}

type From = { from: NonNullable<SheetReadOutProps['case']> };

function Situation({ from, leads }: From & { leads: boolean }) {
  const situation = childNamed(from.element, 'Situation');
  return (
    <section className="read-out-case">
      <h2 className="read-out-step" lang={wordsLanguage}>
        {leads ? m.ui_sheet_read() : m.ui_sheet_case()}
      </h2>
      <div className="read-out-situation" lang={from.language} dir="auto">
        <TextNodes nodes={situation?.children ?? []} level={3} />
      </div>
    </section>
  );
}

function WhatHappened({ from: { element, language } }: From) {
  const told = {
    ...element,
    props: { ...element.props, id: '' },
    children: (element.children ?? []).filter(
      (child) => typeof child === 'string' || child.name !== 'Situation',
    ),
  };
  return (
    <div className="prose prose-wide read-out-told" lang={language}>
      <TextNodes nodes={[told]} caseTitles={false} level={2} />
    </div>
  );
}
