import type { Option, Question } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { Icon } from '../page/icon.tsx';
import { StateMark } from '../page/state-mark.tsx';
import { Heading } from './heading.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import { optionsInOrder } from './question-field.tsx';
import { pairsOf, textOf } from './tree.ts';
import { QuestionRest, QuestionText } from './question-text.tsx';

export type AnsweredQuestionProps = {
  question: Question;
  answer: { right: string[]; why: Record<string, string> };
  /** Option ids; for an order in the reader's sequence, for a match pairs. */
  chosen: string[];
  /** As the reader saw them. */
  order?: string[];
  number?: number;
  level?: number;
  locale?: string;
};

type Verdict = {
  look: 'right' | 'wrong' | 'plain';
  words: string;
  /** Of a pair: what it goes with. */
  instead?: string;
};

export function AnsweredQuestion(props: AnsweredQuestionProps) {
  const { question, answer, chosen, order, number, level = 2, locale = 'en' } = props;
  const sequence = question.kind === 'order';
  const right = sequence
    ? answer.right.every((id, index) => chosen[index] === id)
    : answer.right.length === chosen.length && answer.right.every((id) => chosen.includes(id));
  const options = optionsInOrder(question, sequence ? answer.right : order);
  const List = sequence ? 'ol' : 'ul';
  return (
    <section className="question">
      <Heading level={level} className="question-text">
        <QuestionText question={question} number={number} locale={locale} />
      </Heading>
      <QuestionRest question={question} />
      <p className="mt-1">
        <StateMark tone={right ? 'good' : 'bad'}>
          {right ? m.ui_answered_question_right() : m.ui_answered_question_wrong()}
        </StateMark>
        {sequence && <span className="hint">{m.ui_question_answered_order()}</span>}
      </p>
      <List className="choices">
        {options.map((option, index) => (
          <AnsweredOption
            key={option.id}
            option={option}
            why={answer.why[option.id]}
            place={sequence ? new Intl.NumberFormat(locale).format(index + 1) : undefined}
            verdict={sequence ? placed(chosen.indexOf(option.id), index, locale) : judge(props, option.id)}
          />
        ))}
      </List>
    </section>
  );
}

function placed(given: number, wanted: number, locale: string): Verdict {
  const place = given === -1 ? '–' : new Intl.NumberFormat(locale).format(given + 1);
  return { look: given === wanted ? 'right' : 'wrong', words: m.ui_answered_place({ place }) };
}

function judge({ question, answer, chosen }: AnsweredQuestionProps, option: string): Verdict {
  if (question.kind === 'match') {
    const wordsOf = (id: string | undefined) =>
      textOf(question.matches?.find((match) => match.id === id)?.nodes ?? []).trim() || '–';
    const [given, wanted] = [pairsOf(chosen)[option], pairsOf(answer.right)[option]];
    return matched(given === wanted, wordsOf(given), wordsOf(wanted));
  }
  return judged(question.kind, answer.right.includes(option), chosen.includes(option));
}

function matched(right: boolean, given: string, wanted: string): Verdict {
  const yours = m.ui_answered_you_chose({ match: given });
  if (right) return { look: 'right', words: yours };
  return { look: 'wrong', words: yours, instead: m.ui_answered_goes_with({ match: wanted }) };
}

function judged(kind: Question['kind'], right: boolean, chosen: boolean): Verdict {
  if (right && chosen) return { look: 'right', words: m.ui_answered_right_yours() };
  if (right) {
    return { look: 'right', words: kind === 'many' ? m.ui_answered_right_missed() : m.ui_answered_right() };
  }
  if (chosen) return { look: 'wrong', words: m.ui_answered_yours() };
  return { look: 'plain', words: '' };
}

type AnsweredOptionProps = { option: Option; why: string | undefined; place?: string; verdict: Verdict };

function AnsweredOption({ option, why, place, verdict }: AnsweredOptionProps) {
  const icon = verdict.look === 'plain' ? null : verdict.look === 'right' ? 'tick' : 'cross';
  return (
    <li className={`choice answered answered-${verdict.look}`}>
      {place !== undefined ? (
        <span className="place">{place}</span>
      ) : icon ? (
        <Icon name={icon} bold />
      ) : (
        <span aria-hidden="true" />
      )}
      <span dir="auto">
        <InlineNodes nodes={option.nodes} />
      </span>
      <span className="why">
        {verdict.words && (
          <span className="verdict">
            {place !== undefined && icon && <Icon name={icon} bold className="verdict-mark" size={14} />}
            {verdict.words}{' '}
          </span>
        )}
        {verdict.instead && <strong className="instead">{verdict.instead}</strong>}
        <span dir="auto">{why}</span>
      </span>
    </li>
  );
}
