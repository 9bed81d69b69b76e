import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { passwordLength } from '#app/domain/access/passwords/password-length.ts';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { CarriedFields } from '../sign-in/carried-fields.tsx';
import type { ChosenPassword } from './chosen-password.ts';

type Props = {
  reply?: SubmissionResult<string[]>;
  /** Where it is sent; to its own address, link and all, unless said. */
  action?: string;
  signInName: string;
  /** The code from a slip, which goes along to be checked again. */
  code?: string;
  next?: string;
  carried?: CarriedForm | null;
};

/** The same for everybody who may choose a password without the old one: invited, having forgotten it, with a slip. */
export function ChooseForm({ reply, action, signInName, code, next, carried }: Props) {
  const [form, fields] = useForm<ChosenPassword>({ id: 'choose', lastResult: reply });
  return (
    <form {...getFormProps(form)} method="post" action={action} noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {next && <input type="hidden" name="next" value={next} />}
      {code && <input type="hidden" name="code" value={code} />}
      {carried && <CarriedFields carried={carried} />}
      {/* Said in a field, so that whatever keeps passwords knows whose this one is. */}
      <Field label={m.entrance_choose_sign_in_name()}>
        <TextInput name="email" value={signInName} readOnly autoComplete="username" dir="auto" />
      </Field>
      <Field
        label={m.entrance_new_password()}
        hint={m.entrance_new_password_hint({ min: passwordLength.min })}
        errors={fields.fresh.errors}
        required
      >
        <PasswordInput
          {...getInputProps(fields.fresh, { type: 'password', value: false })}
          autoComplete="new-password"
          maxLength={passwordLength.max}
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{m.entrance_choose_button()}</SubmitOnce>
      </div>
    </form>
  );
}
