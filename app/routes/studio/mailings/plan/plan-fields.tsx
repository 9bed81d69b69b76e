import type { FieldMetadata } from '@conform-to/react';
import { getInputProps } from '@conform-to/react';
import {
  preheaderAdvice,
  preheaderLength,
  subjectAdvice,
  subjectLength,
} from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import { CountedField } from './counted-field.tsx';
import type { MailingForm } from './mailing-form.ts';

type Fields = { [Name in keyof Required<MailingForm>]: FieldMetadata<Required<MailingForm>[Name]> };

export function WordFields({ fields }: { fields: Fields }) {
  return (
    <>
      <CountedField
        label={m.mailing_field_subject()}
        hint={m.mailing_field_subject_hint()}
        field={fields.subject as FieldMetadata<string>}
        maxLength={subjectLength}
        required
        judge={subjectAdvice}
        words={{
          short: m.mailing_subject_short,
          good: m.mailing_subject_good,
          long: m.mailing_subject_long,
        }}
      />
      <CountedField
        label={m.mailing_field_preheader()}
        hint={m.mailing_field_preheader_hint()}
        field={fields.preheader as FieldMetadata<string>}
        maxLength={preheaderLength}
        optional
        judge={preheaderAdvice}
        words={{
          short: m.mailing_preheader_short,
          good: m.mailing_preheader_good,
          long: m.mailing_preheader_long,
        }}
      />
    </>
  );
}

export function TimeFields({ fields, zone }: { fields: Fields; zone: string }) {
  const when = fields.when.initialValue ?? 'now';
  return (
    <>
      <ChoiceGroup legend={m.mailing_when()} hint={m.mailing_when_at_hint({ zone })} id={fields.when.id}>
        <label className="choice">
          <input type="radio" name={fields.when.name} value="now" defaultChecked={when === 'now'} />
          <span>{m.mailing_when_now()}</span>
        </label>
        <label className="choice">
          <input type="radio" name={fields.when.name} value="at" defaultChecked={when === 'at'} />
          <span>{m.mailing_when_at()}</span>
        </label>
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <Field label={m.mailing_when_day()} errors={fields.startOn.errors}>
            <DateInput {...without('type', getInputProps(fields.startOn, { type: 'date' }))} />
          </Field>
          <Field label={m.mailing_when_time()} errors={fields.startTime.errors}>
            <TextInput {...getInputProps(fields.startTime, { type: 'time' })} className="input-short" />
          </Field>
        </div>
      </ChoiceGroup>
      <div>
        <CheckChoice
          label={m.mailing_hours()}
          note={m.mailing_hours_note()}
          name={fields.inHours.name}
          defaultChecked={isTicked(fields.inHours.initialValue)}
        />
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-3">
          <Field label={m.mailing_hours_from()} errors={fields.fromHour.errors}>
            <TextInput {...getInputProps(fields.fromHour, { type: 'number' })} className="input-short" />
          </Field>
          <Field label={m.mailing_hours_until()} errors={fields.untilHour.errors}>
            <TextInput {...getInputProps(fields.untilHour, { type: 'number' })} className="input-short" />
          </Field>
        </div>
      </div>
      <Field label={m.mailing_pace()} hint={m.mailing_pace_hint()} errors={fields.perMinute.errors} required>
        <TextInput
          {...getInputProps(fields.perMinute, { type: 'number' })}
          className="input-short"
          inputMode="numeric"
        />
      </Field>
    </>
  );
}

const isTicked = (value: unknown) => value === true || value === 'on';

function without<Key extends string, Props extends Record<Key, unknown>>(
  key: Key,
  props: Props,
): Omit<Props, Key> {
  const { [key]: _left, ...rest } = props;
  return rest;
}
