import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { Fold } from '#app/ui/fold/fold.tsx';
import { QuietButton } from '#app/ui/form/button.tsx';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import type { TalkForm } from './talk-form.ts';

type Group = { departmentId: string; name: string; people: { id: string; name: string }[] };

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  talk: TalkForm;
  /** Chosen by an address of its own where there are several; a change stays in its department. */
  departments: SelectOption[];
  plans: SelectOption[];
  groups: Group[];
  zone: string;
  button: string;
  back: string;
};

export function TalkFields({ reply, talk, departments, plans, groups, zone, button, back }: Props) {
  const [form, fields] = useForm<TalkForm>({ id: 'talk', lastResult: reply, defaultValue: talk });
  const ticked: unknown = fields.people.initialValue;
  const isTicked = (id: string) => (Array.isArray(ticked) ? ticked.includes(id) : ticked === id);
  const everybody = groups.flatMap(({ people }) => people);
  const shown = groups.filter(({ people }) => people.some(({ id }) => isTicked(id)));
  const others = groups.filter((group) => !shown.includes(group));
  const boxes = ({ departmentId, name, people }: Group) => (
    <div key={departmentId} className="talk-who">
      <p className="soft small" dir="auto">
        {name}
      </p>
      <div className="talk-who-list">
        {people.map((person) => (
          <CheckChoice
            key={person.id}
            name={fields.people.name}
            value={person.id}
            defaultChecked={isTicked(person.id)}
            label={<span dir="auto">{person.name}</span>}
          />
        ))}
      </div>
    </div>
  );
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {departments.length > 1 ? (
        <Field
          label={m.talk_department()}
          hint={m.talk_department_hint()}
          errors={fields.departmentId.errors}
        >
          <Select {...getSelectProps(fields.departmentId)} options={departments} />
        </Field>
      ) : (
        <input type="hidden" name={fields.departmentId.name} value={talk.departmentId} />
      )}
      <Field label={m.talk_plan()} hint={m.talk_plan_hint()} errors={fields.plan.errors} optional>
        <Select {...getSelectProps(fields.plan)} options={plans} empty={m.talk_plan_none()} />
      </Field>
      <Field label={m.talk_kind()} errors={fields.kind.errors} required>
        <Select
          {...getSelectProps(fields.kind)}
          options={[
            { value: 'team', label: m.talk_kind_team() },
            { value: 'guests', label: m.talk_kind_guests() },
          ]}
        />
      </Field>
      <Field label={m.talk_title()} hint={m.talk_title_hint()} errors={fields.title.errors} optional>
        <TextInput
          {...getInputProps(fields.title, { type: 'text' })}
          maxLength={120}
          dir="auto"
          autoComplete="off"
        />
      </Field>
      <div className="talk-when">
        <Field label={m.talk_day()} errors={fields.day.errors} required>
          <DateInput {...getInputProps(fields.day, { type: 'date' })} />
        </Field>
        <Field
          label={m.talk_start()}
          hint={m.talk_start_hint({ zone })}
          errors={fields.startTime.errors}
          required
        >
          <TextInput {...getInputProps(fields.startTime, { type: 'time' })} />
        </Field>
      </div>
      <Field label={m.talk_length()} hint={m.talk_length_hint()} errors={fields.minutes.errors} optional>
        <TextInput
          {...getInputProps(fields.minutes, { type: 'number' })}
          min={5}
          max={240}
          inputMode="numeric"
        />
      </Field>
      <Field label={m.talk_place()} hint={m.talk_place_hint()} errors={fields.place.errors} required>
        <TextInput
          {...getInputProps(fields.place, { type: 'text' })}
          maxLength={300}
          dir="auto"
          autoComplete="off"
        />
      </Field>
      <ChoiceGroup
        id={fields.people.id}
        legend={m.talk_people()}
        hint={m.talk_people_hint()}
        errors={fields.people.errors}
      >
        {shown.map(boxes)}
        {others.length > 0 && <Fold title={m.talk_people_others()}>{others.map(boxes)}</Fold>}
      </ChoiceGroup>
      <Field
        label={m.talk_facilitator()}
        hint={m.talk_facilitator_hint()}
        errors={fields.facilitatorId.errors}
        required
      >
        <Select
          {...getSelectProps(fields.facilitatorId)}
          options={everybody.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
        <QuietButton to={back}>{m.talk_leave()}</QuietButton>
      </div>
    </form>
  );
}
