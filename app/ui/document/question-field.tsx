import type { Option, Question } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { FieldError, type Errors } from '../form/field-error.tsx';
import { InlineNodes } from './inline-nodes.tsx';
import { QuestionRest, QuestionText } from './question-text.tsx';
import { textOf } from './tree.ts';

export type QuestionFieldProps = {
  question: Question;
  /** The fields' name; for an order the option's id follows it after a dot and the value is its place. */
  name: string;
  number?: number;
  /** Option ids; for an order the ids in the reader's sequence, an empty string where a place is free. */
  chosen?: string[];
  /** For an order that does not add up: what was typed, by option id. It goes before `chosen`. */
  places?: Record<string, string>;
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
  match: m.ui_question_order_hint,
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
  const { question, name, number, chosen = [], order, errors, locale = 'en' } = props;
  const id = `question-${question.id}`;
  const wrong = !!errors && errors.length > 0;
  const options = optionsInOrder(question, order);
  const places =
    props.places ?? Object.fromEntries(chosen.map((option, index) => [option, String(index + 1)]));
  const type = question.kind === 'many' ? 'checkbox' : 'radio';
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
      <span className="hint mt-1" id={`${id}-hint`}>
        {hints[question.kind]()}
      </span>
      <FieldError id={`${id}-error`} errors={errors} />
      <div className="choices">
        {options.map((option) =>
          question.kind === 'order' || question.kind === 'match' ? (
            <PlaceLine
              key={option.id}
              option={option}
              name={`${name}.${option.id}`}
              count={options.length}
              place={places[option.id] ?? ''}
              wrong={wrong}
              locale={locale}
            />
          ) : (
            <label className="choice" key={option.id}>
              <input
                type={type}
                name={name}
                value={option.id}
                defaultChecked={chosen.includes(option.id)}
                aria-invalid={wrong || undefined}
              />
              <span dir="auto">
                <InlineNodes nodes={option.nodes} links={false} />
              </span>
            </label>
          ),
        )}
      </div>
    </fieldset>
  );
}

type PlaceLineProps = {
  option: Option;
  name: string;
  count: number;
  place: string;
  wrong: boolean;
  locale: string;
};

function PlaceLine({ option, name, count, place, wrong, locale }: PlaceLineProps) {
  const format = new Intl.NumberFormat(locale);
  return (
    <div className="order-line">
      <select
        className="input"
        name={name}
        defaultValue={place}
        aria-label={m.ui_question_place({ option: textOf(option.nodes).trim() })}
        aria-invalid={wrong || undefined}
      >
        <option value="">–</option>
        {Array.from({ length: count }, (_, index) => (
          <option key={index} value={String(index + 1)}>
            {format.format(index + 1)}
          </option>
        ))}
      </select>
      <span dir="auto" aria-hidden="true">
        <InlineNodes nodes={option.nodes} links={false} />
      </span>
    </div>
  );
}
