import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { SiteForm } from './site-form.ts';

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  site: SiteForm;
  zones: string[];
  days: { number: number; name: string }[];
  button: string;
};

export function SiteFields({ reply, site, zones, days, button }: Props) {
  const [form, fields] = useForm<SiteForm>({ id: 'site', lastResult: reply, defaultValue: site });
  const ticked: unknown = fields.daysOff.initialValue;
  const isOff = (day: string) => (Array.isArray(ticked) ? ticked.includes(day) : ticked === day);
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <Field label={m.hr_site_name()} errors={fields.name.errors} required>
        <TextInput
          {...getInputProps(fields.name, { type: 'text' })}
          autoComplete="off"
          maxLength={120}
          dir="auto"
        />
      </Field>
      <Field label={m.hr_site_zone()} hint={m.hr_site_zone_hint()} errors={fields.timeZone.errors} required>
        <Select {...getSelectProps(fields.timeZone)}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.hr_site_paper()} hint={m.hr_site_paper_hint()} errors={fields.paper.errors} required>
        <Select
          {...getSelectProps(fields.paper)}
          options={[
            { value: 'a4', label: m.hr_paper_a4() },
            { value: 'letter', label: m.hr_paper_letter() },
          ]}
        />
      </Field>
      <ChoiceGroup
        id={fields.daysOff.id}
        legend={m.hr_site_days_off()}
        hint={m.hr_site_days_off_hint()}
        errors={fields.daysOff.errors}
      >
        {days.map(({ number, name }) => (
          <CheckChoice
            key={number}
            name={fields.daysOff.name}
            value={number}
            defaultChecked={isOff(String(number))}
            label={name}
          />
        ))}
      </ChoiceGroup>
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
        <QuietButton to="/hr/sites">{m.hr_leave_as_it_is()}</QuietButton>
      </div>
    </form>
  );
}
