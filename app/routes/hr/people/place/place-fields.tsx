import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import type { PlaceChoices } from './place-choices.server.ts';
import type { PlaceForm } from './place-form.ts';

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  choices: PlaceChoices;
  day: { label: string; hint: string; value: string };
  button: string;
  back: string;
};

/** Where somebody works, from a day on. */
export function PlaceFields({ reply, choices, day, button, back }: Props) {
  const [form, fields] = useForm<PlaceForm>({
    id: 'place',
    lastResult: reply,
    defaultValue: { ...choices.place, fromOn: day.value },
  });
  const text = { type: 'text' } as const;
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <Field label={day.label} hint={day.hint} errors={fields.fromOn.errors} required>
        <DateInput {...getInputProps(fields.fromOn, { type: 'date' })} />
      </Field>
      <Field label={m.hr_person_department()} errors={fields.departmentId.errors} required>
        <Select
          {...getSelectProps(fields.departmentId)}
          options={choices.departments}
          empty={m.hr_person_choose()}
        />
      </Field>
      <Field label={m.hr_person_site()} errors={fields.siteId.errors} required>
        <Select {...getSelectProps(fields.siteId)} options={choices.sites} empty={m.hr_person_choose()} />
      </Field>
      <Field label={m.hr_person_job()} errors={fields.jobTitle.errors} optional>
        <TextInput {...getInputProps(fields.jobTitle, text)} autoComplete="off" maxLength={200} dir="auto" />
      </Field>
      <Field
        label={m.hr_person_manager()}
        hint={m.hr_person_manager_hint()}
        errors={fields.manager.errors}
        optional
      >
        <TextInput
          {...getInputProps(fields.manager, text)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
        <QuietButton to={back}>{m.hr_leave_as_it_is()}</QuietButton>
      </div>
    </form>
  );
}
