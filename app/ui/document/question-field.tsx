import type { Option, Question } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { FieldError, type Errors } from '../form/field-error.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import { MatchField } from './question/match-field.tsx';
import { OrderField } from './question/order-field.tsx';
import { useScripted } from './question/use-scripted.ts';
import { QuestionRest, QuestionText } from './question-text.tsx';
import { pairsOf } from './tree.ts';

export type QuestionFieldProps = {
  question: Question;
  /**
   * The fields' name. For an order and for a match the option's id follows it after a dot, and the value is its place, or
   * the id of what it goes with.
   */
  name: string;
  number?: number;
  /** Option ids; for an order in the reader's sequence, an empty string where a place is free; for a match pairs. */
  chosen?: string[];
  /** For an order or a match that does not add up: what was chosen, by option id. It goes before `chosen`. */
  fields?: Record<string, string>;
  /** Option ids as this reader sees them; without it the document's order. */
  order?: string[];
  errors?: Errors;
  locale?: string;
};

const hints: Record<Question['kind'], () => string> = {
  one: m.ui_question_one_hint,
  'true-false': m.ui_question_one_hint,
  many: m.ui_question_many_hint,
  order: m.ui_question_order_hint,
  match: m.ui_question_match_hint,
};

const scriptedHints: Partial<typeof hints> = {
  order: m.ui_order_drag_hint,
  match: m.ui_question_match_drag_hint,
};

export function optionsInOrder(question: Question, order: string[] | undefined): Option[] {
  if (!order) return question.options;
  const place = (option: Option) => {
    const index = order.indexOf(option.id);
    return index === -1 ? order.length : index;
  };
  return question.options.toSorted((a, b) => place(a) - place(b));
}

export function QuestionField(props: QuestionFieldProps) {
  const { question, number, errors, locale = 'en' } = props;
  const id = `question-${question.id}`;
  const wrong = !!errors && errors.length > 0;
  return (
    <fieldset
      className="fieldset question"
      id={id}
      tabIndex={-1}
      aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend dir="auto">
        <QuestionText question={question} number={number} locale={locale} />
      </legend>
      <QuestionRest question={question} />
      <Hint id={`${id}-hint`} kind={question.kind} />
      <FieldError id={`${id}-error`} errors={errors} />
      <Answer {...props} wrong={wrong} locale={locale} />
    </fieldset>
  );
}

function Hint({ id, kind }: { id: string; kind: Question['kind'] }) {
  const scripted = useScripted();
  return (
    <span className="hint mt-1" id={id}>
      {((scripted && scriptedHints[kind]) || hints[kind])()}
    </span>
  );
}

type AnswerProps = QuestionFieldProps & { wrong: boolean; locale: string };

function Answer({ question, name, chosen = [], fields, order, wrong, locale }: AnswerProps) {
  const options = optionsInOrder(question, order);
  if (question.kind === 'order') {
    const places = fields ?? Object.fromEntries(chosen.map((option, index) => [option, String(index + 1)]));
    return <OrderField options={options} name={name} places={places} wrong={wrong} locale={locale} />;
  }
  if (question.kind === 'match') {
    const pairs = fields ?? pairsOf(chosen);
    const { matches = [] } = question;
    return <MatchField options={options} matches={matches} name={name} chosen={pairs} wrong={wrong} />;
  }
  return (
    <div className="choices">
      {options.map((option) => (
        <label className="choice" key={option.id}>
          <input
            type={question.kind === 'many' ? 'checkbox' : 'radio'}
            name={name}
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            aria-invalid={wrong || undefined}
          />
          <span dir="auto">
            <InlineNodes nodes={option.nodes} links={false} />
          </span>
        </label>
      ))}
    </div>
  );
}
