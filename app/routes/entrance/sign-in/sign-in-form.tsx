import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = { reply?: SubmissionResult<string[]>; next?: string; carried?: CarriedForm | null };

export function SignInForm({ reply, next, carried }: Props) {
  const [form, fields] = useForm<{ email: string; password: string }>({ id: 'sign-in', lastResult: reply });
  const withoutValue = { value: false } as const;
  return (
    <form {...getFormProps(form)} method="post" action="/sign-in" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {next && <input type="hidden" name="next" value={next} />}
      {carried && <CarriedFields carried={carried} />}
      <Field label={m.entrance_sign_in_name()} errors={fields.email.errors} required>
        <TextInput
          {...getInputProps(fields.email, { type: 'text' })}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </Field>
      <Field label={m.entrance_password()} errors={fields.password.errors} required>
        <PasswordInput
          {...getInputProps(fields.password, { type: 'password', ...withoutValue })}
          autoComplete="current-password"
          maxLength={200}
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{m.entrance_sign_in_button()}</SubmitOnce>
      </div>
    </form>
  );
}
