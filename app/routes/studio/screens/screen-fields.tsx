import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import { thanksTemplate } from '#app/domain/culture/posters/poster.ts';
import { secondsAtLeast, secondsAtMost } from '#app/domain/culture/posters/screens/screen.ts';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { CheckChoice } from '#app/ui/form/choice.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FieldError } from '#app/ui/form/field-error.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import type { ScreenChoices } from './find-screen.server.ts';
import type { ScreenForm } from './screen-form.ts';

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  screen: ScreenForm;
  choices: ScreenChoices;
  button: string;
  back: string;
};

export function ScreenFields({ reply, screen, choices, button, back }: Props) {
  const [form, fields] = useForm<ScreenForm>({ id: 'screen', lastResult: reply, defaultValue: screen });
  const ofDocument = new Map(choices.posters.map((poster) => [poster.documentId, poster]));
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <Field
        label={m.poster_screen_name()}
        hint={m.poster_screen_name_hint()}
        errors={fields.name.errors}
        required
      >
        <TextInput
          {...getInputProps(fields.name, { type: 'text' })}
          autoComplete="off"
          maxLength={120}
          dir="auto"
        />
      </Field>
      <Field label={m.poster_screen_site()} errors={fields.siteId.errors} optional>
        <Select
          {...getSelectProps(fields.siteId)}
          empty={m.poster_screen_any_site()}
          options={choices.sites}
        />
      </Field>
      <Field label={m.poster_screen_department()} errors={fields.departmentId.errors} optional>
        <Select
          {...getSelectProps(fields.departmentId)}
          empty={m.poster_screen_any_department()}
          options={choices.departments}
        />
      </Field>
      <Field label={m.poster_screen_shape()} errors={fields.shape.errors} required>
        <Select
          {...getSelectProps(fields.shape)}
          options={[
            { value: 'wide', label: m.ui_poster_size_screen_wide() },
            { value: 'tall', label: m.ui_poster_size_screen_tall() },
          ]}
        />
      </Field>
      <Field label={m.poster_screen_language()} errors={fields.language.errors} required>
        <Select {...getSelectProps(fields.language)} options={choices.languages} />
      </Field>
      <Field
        label={m.poster_screen_seconds()}
        hint={m.poster_screen_seconds_hint({ least: secondsAtLeast, most: secondsAtMost })}
        errors={fields.seconds.errors}
        required
      >
        <TextInput
          {...getInputProps(fields.seconds, { type: 'number' })}
          inputMode="numeric"
          min={secondsAtLeast}
          max={secondsAtMost}
          className="max-w-32"
        />
      </Field>
      <fieldset className="fieldset fieldset-plain" id={fields.posters.id} tabIndex={-1}>
        <legend>{m.poster_screen_posters()}</legend>
        <span className="hint">{m.poster_screen_posters_hint()}</span>
        <FieldError id={`${fields.posters.id}-error`} errors={fields.posters.errors} />
        <ul>
          {fields.posters.getFieldList().map((field) => {
            const { documentId, place } = field.getFieldset();
            const poster = ofDocument.get(String(documentId.initialValue));
            if (!poster) return null;
            return (
              <li key={field.key} className="screen-poster">
                <input type="hidden" name={documentId.name} value={poster.documentId} />
                <label className="sr-only" htmlFor={place.id}>
                  {m.poster_screen_place_of({ title: poster.title })}
                </label>
                <input
                  {...getInputProps(place, { type: 'number' })}
                  className="input"
                  inputMode="numeric"
                  min={1}
                  max={999}
                />
                <span dir="auto">
                  {poster.title}
                  {poster.template === thanksTemplate && (
                    <span className="soft small block">{m.poster_screen_names_somebody()}</span>
                  )}
                  <FieldError id={`${place.id}-error`} errors={place.errors} />
                </span>
              </li>
            );
          })}
        </ul>
      </fieldset>
      <CheckChoice
        name={fields.showsThanks.name}
        defaultChecked={fields.showsThanks.initialValue === 'on' || screen.showsThanks === true}
        label={m.poster_screen_thanks()}
        note={m.poster_screen_thanks_hint()}
      />
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
        <QuietButton to={back}>{m.poster_leave()}</QuietButton>
      </div>
    </form>
  );
}
