import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import { FieldError } from '#app/ui/form/field-error.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';

type Props = {
  id: string;
  /** On Today one press is enough; a sentence is written on the commitment's own page. */
  brief?: boolean;
  typed?: string;
  errors?: { outcome?: string; text?: string };
};

/** How did it go: three answers, a sentence that may stay empty, and two ways to be left alone. */
export function OutcomeForm({ id, brief = false, typed = '', errors }: Props) {
  const home = `/commitments/${id}`;
  return (
    <>
      <form method="post" action={home} className="form">
        {!brief && (
          <Field
            label={m.today_how_sentence()}
            hint={m.today_how_sentence_hint()}
            errors={errors?.text}
            optional
          >
            <TextArea name="text" rows={3} maxLength={500} defaultValue={typed} />
          </Field>
        )}
        <fieldset className="fieldset fieldset-plain">
          <legend>{m.today_how()}</legend>
          <FieldError id={`outcome-error-${id}`} errors={errors?.outcome} />
          <div className="actions mt-3">
            <SubmitOnce quiet className="btn-small" name="outcome" value="done">
              {m.today_how_done()}
            </SubmitOnce>
            <SubmitOnce quiet className="btn-small" name="outcome" value="partly">
              {m.today_how_partly()}
            </SubmitOnce>
            <SubmitOnce quiet className="btn-small" name="outcome" value="not-yet">
              {m.today_how_not_yet()}
            </SubmitOnce>
          </div>
        </fieldset>
      </form>
      <div className="actions mt-2">
        {brief && (
          <Link className="plain-press" to={home}>
            {m.today_how_sentence_add()}
          </Link>
        )}
        <form method="post" action={`${home}/later`}>
          <button type="submit" className="plain-press">
            {m.today_how_later()}
          </button>
        </form>
        <Link className="plain-press" to={`${home}/drop`}>
          {m.today_how_drop()}
        </Link>
      </div>
    </>
  );
}
