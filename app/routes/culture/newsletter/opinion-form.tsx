import { opinionWordsAtMost, type Opinion } from '#app/domain/culture/newsletters/readers/opinion.ts';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice } from '#app/ui/form/choice.tsx';
import { FieldError } from '#app/ui/form/field-error.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';

type Props = {
  /** The issue's slug. */
  issue: string;
  /** What they have said before, or have just typed. */
  said: { useful: boolean | null; words: string | null; signed: boolean } | Opinion | null;
  errors?: { useful?: string; words?: string };
};

/** Useful or not, and a sentence for the editor: nobody has to. */
export function OpinionForm({ issue, said, errors }: Props) {
  const answers = [
    { value: 'yes', label: m.newsletter_opinion_yes(), chosen: said?.useful === true },
    { value: 'no', label: m.newsletter_opinion_no(), chosen: said?.useful === false },
  ];
  return (
    <form method="post" action={`/newsletter/${issue}/opinion`} className="form">
      <fieldset
        className="fieldset fieldset-plain"
        id="opinion-useful"
        aria-describedby={errors?.useful && 'opinion-useful-error'}
      >
        <legend>{m.newsletter_opinion_useful()}</legend>
        <FieldError id="opinion-useful-error" errors={errors?.useful} />
        <div className="choices">
          {answers.map(({ value, label, chosen }) => (
            <label key={value} className="choice">
              <input type="radio" name="useful" value={value} defaultChecked={chosen} required />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={m.newsletter_opinion_words()}
        hint={m.newsletter_opinion_words_hint()}
        errors={errors?.words}
        optional
      >
        <TextArea name="words" rows={3} maxLength={opinionWordsAtMost} defaultValue={said?.words ?? ''} />
      </Field>
      <CheckChoice name="signed" label={m.newsletter_opinion_signed()} defaultChecked={said?.signed} />
      <div className="form-end">
        <SubmitOnce>
          {said?.useful === undefined || said.useful === null
            ? m.newsletter_opinion_send()
            : m.newsletter_opinion_change()}
        </SubmitOnce>
      </div>
    </form>
  );
}
