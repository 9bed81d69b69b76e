import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Marked } from '#app/ui/document/changes/marked.tsx';
import { TextNodes } from '#app/ui/document/text-nodes.tsx';
import type { ShownChange } from './shown-change.ts';

type Props = {
  change: ShownChange;
  functions: string[];
  /** Where the part can be opened; null where the module has to be begun first. */
  to: string | null;
};

const kindWords: Record<ShownChange['kind'], () => string> = {
  new: m.today_changes_new,
  changed: m.today_changes_changed,
  gone: m.today_changes_gone,
};

/** One part that differs: its new text with what is fresh marked, or a word about what cannot be shown so. */
export function PartChange({ change, functions, to }: Props) {
  const { kind, title, of } = change;
  return (
    <section className="section">
      <p className="eyebrow">{kindWords[kind]()}</p>
      <h2 className="mb-4" dir="auto">
        {title}
      </h2>
      {kind === 'gone' ? (
        <p className="soft">{m.today_changes_gone_help()}</p>
      ) : of === 'quiz' ? (
        <p className="soft">{m.today_changes_questions_help()}</p>
      ) : of === 'scenario' ? (
        <p className="soft">{m.today_changes_scenario_help()}</p>
      ) : (
        <Text change={change} functions={functions} />
      )}
      {to && kind !== 'gone' && of === 'scenario' && (
        <p>
          <Link className="plain-press" to={to}>
            {m.today_changes_open({ title })}
          </Link>
        </p>
      )}
    </section>
  );
}

function Text({ change, functions }: Pick<Props, 'change' | 'functions'>) {
  const { runs } = change;
  if (runs.length === 0) return <p className="soft">{m.today_changes_shorter()}</p>;
  return (
    <div className="prose prose-wide">
      {runs.map((run, index) =>
        run.kind === 'gap' ? (
          <p key={index} className="soft small">
            {m.today_changes_gap()}
          </p>
        ) : (
          <Marked key={index} isMarked={run.kind === 'fresh' && runs.length > 1}>
            <TextNodes nodes={run.nodes} level={2} functions={functions} />
          </Marked>
        ),
      )}
    </div>
  );
}
