import { Link } from '@remix-run/react';
import type { Question, TreeNode } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { wordsLanguage } from '../../reading/words-language.ts';
import { Heading } from '../heading.tsx';
import { InlineNodes } from '../inline-nodes.tsx';
import { QuestionText } from '../question-text.tsx';
import { TextNodes } from '../text-nodes.tsx';
import { pairsOf, textOf } from '../tree.ts';

export type LastTimeProps = {
  question: Question;
  number: number;
  mistake: {
    /** As it was answered. */
    given: string[];
    /** By option id; of what was chosen alone. */
    reasons: Record<string, string>;
    about:
      | { kind: 'text'; title: string; nodes: TreeNode[] }
      | { kind: 'scenario'; title: string; slug: string }
      | null;
  };
  functions: string[];
  scenarioHref: (slug: string) => string;
};

/** Before a question is asked anew: what was chosen and why that was wrong, and the text to read again. */
export function LastTime({ question, number, mistake, functions, scenarioHref }: LastTimeProps) {
  const { given, reasons, about } = mistake;
  const List = question.kind === 'order' ? 'ol' : 'ul';
  return (
    <section className="last-time">
      <Heading level={3} className="last-time-question">
        <QuestionText question={question} number={number} />
      </Heading>
      <p className="eyebrow mt-3" lang={wordsLanguage}>
        {m.ui_again_chose()}
      </p>
      <List className="last-time-given">
        {chosenIn(question, given).map(({ id, nodes }) => (
          <li key={id}>
            <span dir="auto">{nodes}</span>
            {reasons[id] && (
              <span className="why" dir="auto">
                {reasons[id]}
              </span>
            )}
          </li>
        ))}
      </List>
      {about?.kind === 'text' && (
        <details className="reread">
          <summary lang={wordsLanguage}>{m.ui_again_about({ title: about.title })}</summary>
          <div className="prose prose-wide">
            <TextNodes nodes={about.nodes} level={3} functions={functions} />
          </div>
        </details>
      )}
      {about?.kind === 'scenario' && (
        <p className="mt-3">
          <Link className="inline-flex min-h-touch items-center" to={scenarioHref(about.slug)}>
            {m.ui_again_play({ title: about.title })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What was chosen, in words; of a match each option with what it was paired with. */
function chosenIn({ kind, options, matches = [] }: Question, given: string[]) {
  if (kind !== 'match') {
    return given.flatMap((id) => {
      const option = options.find((one) => one.id === id);
      return option ? [{ id, nodes: <InlineNodes nodes={option.nodes} /> }] : [];
    });
  }
  const pairs = pairsOf(given);
  return options.map(({ id, nodes }) => {
    const match = textOf(matches.find((one) => one.id === pairs[id])?.nodes ?? []);
    return { id, nodes: <>{m.ui_again_pair({ option: textOf(nodes).trim(), match })}</> };
  });
}
