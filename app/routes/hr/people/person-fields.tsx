import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { Role } from '#app/domain/actor/actor.ts';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import type { PersonForm } from './person-form.ts';
import { roleWords } from '../words.ts';

type Choices = {
  departments: SelectOption[];
  sites: SelectOption[];
  /** Those that whoever fills this in may give. */
  roles: Role[];
  today: string;
};

type Props = { reply: SubmissionResult<string[]> | undefined; choices: Choices };

export function PersonFields({ reply, choices }: Props) {
  const [form, fields] = useForm<PersonForm>({
    id: 'person',
    lastResult: reply,
    defaultValue: {
      hiredOn: choices.today,
      siteId: choices.sites.length === 1 ? choices.sites[0]?.value : undefined,
    },
  });
  const text = { type: 'text' } as const;
  const ticked: unknown = fields.roles.initialValue;
  const isTicked = (role: Role) => (Array.isArray(ticked) ? ticked.includes(role) : ticked === role);
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <Field label={m.hr_person_name()} hint={m.hr_person_name_hint()} errors={fields.name.errors} required>
        <TextInput {...getInputProps(fields.name, text)} autoComplete="off" maxLength={200} dir="auto" />
      </Field>
      <Field label={m.hr_person_email()} hint={m.hr_person_email_hint()} errors={fields.email.errors}>
        <TextInput {...getInputProps(fields.email, { type: 'email' })} autoComplete="off" maxLength={254} />
      </Field>
      <Field label={m.hr_person_number()} errors={fields.employeeNumber.errors}>
        <TextInput {...getInputProps(fields.employeeNumber, text)} autoComplete="off" maxLength={40} />
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
        <TextInput {...getInputProps(fields.jobTitle, text)} autoComplete="off" maxLength={200} />
      </Field>
      <Field label={m.hr_person_hired()} errors={fields.hiredOn.errors} required>
        <DateInput {...getInputProps(fields.hiredOn, { type: 'date' })} />
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
          maxLength={254}
        />
      </Field>
      <ChoiceGroup
        id={fields.roles.id}
        legend={m.hr_person_roles()}
        hint={m.hr_person_roles_hint()}
        errors={fields.roles.errors}
      >
        {choices.roles.map((role) => (
          <CheckChoice
            key={role}
            name={fields.roles.name}
            value={role}
            defaultChecked={isTicked(role)}
            label={roleWords[role].name()}
            note={roleWords[role].about()}
          />
        ))}
      </ChoiceGroup>
      <div className="form-end">
        <SubmitOnce>{m.hr_person_button()}</SubmitOnce>
      </div>
    </form>
  );
}
