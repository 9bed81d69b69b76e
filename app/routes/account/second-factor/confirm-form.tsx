import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import type { SquareCodeProps } from '#app/ui/codes/square-code.tsx';
import { SquareCode } from '#app/ui/codes/square-code.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { AccountCrumbs } from './account-crumbs.tsx';

type Props = {
  /** What the app is given: the square, the secret in groups, and both as an address. */
  app: { qr: Omit<SquareCodeProps, 'label'>; groups: string; address: string };
  next: string;
  reply?: SubmissionResult<string[]>;
};

export function ConfirmForm({ app, next, reply }: Props) {
  const [form, fields] = useForm<{ code: string }>({ id: 'confirm', lastResult: reply });
  return (
    <>
      <AccountCrumbs below="second-factor" here={m.factor_confirm_title()} />
      <PageHead title={m.factor_confirm_title()} lead={m.factor_confirm_lead()} />
      <div className="columns">
        <section>
          <SquareCode {...app.qr} label={m.factor_square()} />
          <p className="soft small mt-4">{m.factor_secret_lead()}</p>
          <p className="code-text">{app.groups}</p>
          <p className="mt-2">
            <a href={app.address}>{m.factor_open_app()}</a>
          </p>
        </section>
        <form {...getFormProps(form)} method="post" noValidate className="form content-start">
          <FormErrors errors={errorSummary(form)} answer={reply} />
          <input type="hidden" name="next" value={next} />
          <Field
            label={m.factor_confirm_field()}
            hint={m.factor_confirm_hint()}
            errors={fields.code.errors}
            required
          >
            <TextInput
              {...getInputProps(fields.code, { type: 'text', value: false })}
              className="input-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
            />
          </Field>
          <div className="form-end">
            <SubmitOnce>{m.factor_confirm_button()}</SubmitOnce>
          </div>
        </form>
      </div>
    </>
  );
}
