import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { CarriedFields } from '../sign-in/carried-fields.tsx';

type Props = { reply?: SubmissionResult<string[]>; next?: string; carried?: CarriedForm | null };

export function CodeForm({ reply, next, carried }: Props) {
  const [form, fields] = useForm<{ email: string; code: string }>({ id: 'code', lastResult: reply });
  const plain = { autoCapitalize: 'none', spellCheck: false } as const;
  return (
    <form {...getFormProps(form)} method="post" action="/code" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {next && <input type="hidden" name="next" value={next} />}
      {carried && <CarriedFields carried={carried} />}
      <Field label={m.entrance_sign_in_name()} errors={fields.email.errors} required>
        <TextInput
          {...getInputProps(fields.email, { type: 'text' })}
          {...plain}
          autoComplete="username"
          maxLength={254}
        />
      </Field>
      <Field label={m.entrance_code()} hint={m.entrance_code_hint()} errors={fields.code.errors} required>
        <TextInput
          {...getInputProps(fields.code, { type: 'text', value: false })}
          {...plain}
          autoCapitalize="characters"
          autoComplete="one-time-code"
          maxLength={40}
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{m.entrance_code_button()}</SubmitOnce>
      </div>
    </form>
  );
}
