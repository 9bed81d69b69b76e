import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  /** Left out where a press is the answer. */
  day?: { label: string; hint?: string; value: string };
  button: string;
  /** Where nothing is changed. */
  back: string;
};

/** A page that asks one thing before it is done. */
export function DayQuestion({ reply, day, button, back }: Props) {
  const [form, fields] = useForm<{ on?: string }>({
    id: 'question',
    lastResult: reply,
    defaultValue: { on: day?.value },
  });
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {day && (
        <Field label={day.label} hint={day.hint} errors={fields.on.errors} required>
          <DateInput {...getInputProps(fields.on, { type: 'date' })} />
        </Field>
      )}
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
        <QuietButton to={back}>{m.hr_leave_as_it_is()}</QuietButton>
      </div>
    </form>
  );
}
