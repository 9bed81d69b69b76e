import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { CarriedFields } from '../sign-in/carried-fields.tsx';

type Props = {
  name: string;
  reply?: SubmissionResult<string[]>;
  next?: string;
  carried?: CarriedForm | null;
};

/** The second question at the door, whichever door it was. */
export function CodePage({ name, reply, next, carried }: Props) {
  const [form, fields] = useForm<{ code: string }>({ id: 'code', lastResult: reply });
  return (
    <NarrowPage name={name} line={m.app_footer()} title={m.factor_code_title()} lead={m.factor_code_lead()}>
      <form {...getFormProps(form)} method="post" action="/sign-in/code" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={reply} />
        {next && <input type="hidden" name="next" value={next} />}
        {carried && <CarriedFields carried={carried} />}
        <Field
          label={m.factor_code_field()}
          hint={m.factor_code_field_hint()}
          errors={fields.code.errors}
          required
        >
          <TextInput
            {...getInputProps(fields.code, { type: 'text', value: false })}
            className="input-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing there is to do here
            autoFocus={!reply}
          />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.factor_code_button()}</SubmitOnce>
        </div>
      </form>
      <p className="soft mt-6">{m.factor_code_help()}</p>
      <p className="mt-3">
        <a href="/sign-in">{m.factor_code_other()}</a>
      </p>
    </NarrowPage>
  );
}
