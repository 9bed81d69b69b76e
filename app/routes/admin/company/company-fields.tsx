import type { FieldMetadata } from '@conform-to/react';
import { getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react';
import { Link } from '@remix-run/react';
import type { z } from 'zod';
import type { companySettings } from '#app/domain/people/company/company-settings.ts';
import { longest } from '#app/domain/people/company/company-settings.ts';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { Field } from '#app/ui/form/field.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { TextArea, TextInput } from '#app/ui/form/text-input.tsx';
import { AccentField } from './accent-field.tsx';

type Settings = z.input<typeof companySettings>;
type Props = { fields: { [Name in keyof Settings]-?: FieldMetadata<Settings[Name]> } };

const text = { type: 'text' } as const;

export function LookFields(props: Props & { languages: SelectOption[]; logo: string | null }) {
  const { fields, languages, logo } = props;
  return (
    <>
      <h2>{m.admin_company_look()}</h2>
      <Field label={m.admin_company_name()} errors={fields.name.errors} required>
        <TextInput {...getInputProps(fields.name, text)} autoComplete="organization" maxLength={120} />
      </Field>
      <div className="field">
        <p className="field-label">{m.admin_logo_title()}</p>
        {logo ? (
          <img
            className="my-2 max-h-24 max-w-full rounded bg-plate p-3"
            src={logo}
            alt={m.admin_logo_now()}
          />
        ) : (
          <p className="hint">{m.admin_company_logo_none()}</p>
        )}
        <p>
          <Link className="inline-block py-2" to="/admin/company/logo">
            {logo ? m.admin_company_logo_change() : m.admin_company_logo_choose()}
          </Link>
        </p>
      </div>
      <AccentField field={fields.accent} />
      <Field
        label={m.admin_company_language()}
        hint={m.admin_company_language_hint()}
        errors={fields.language.errors}
        required
      >
        <Select {...getSelectProps(fields.language)} options={languages} />
      </Field>
    </>
  );
}

export function ReachFields({ fields }: Props) {
  return (
    <>
      <h2>{m.admin_company_reach()}</h2>
      <Field
        label={m.admin_company_sender()}
        hint={m.admin_company_sender_hint()}
        errors={fields.mailSender.errors}
        optional
      >
        <TextInput
          {...getInputProps(fields.mailSender, text)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={400}
        />
      </Field>
      <Field
        label={m.admin_company_postal()}
        hint={m.admin_company_postal_hint()}
        errors={fields.postalAddress.errors}
        optional
      >
        <TextArea {...getTextareaProps(fields.postalAddress)} maxLength={longest.postalAddress} />
      </Field>
      <Field
        label={m.admin_company_contact()}
        hint={m.admin_company_contact_hint()}
        errors={fields.contact.errors}
        optional
      >
        <TextArea {...getTextareaProps(fields.contact)} maxLength={longest.contact} />
      </Field>
    </>
  );
}

export function PrivacyFields({ fields }: Props) {
  return (
    <>
      <h2>{m.admin_company_privacy()}</h2>
      <Field
        label={m.admin_company_notice()}
        hint={m.admin_company_notice_hint()}
        errors={fields.privacyNotice.errors}
        optional
      >
        <TextArea {...getTextareaProps(fields.privacyNotice)} maxLength={longest.privacyNotice} rows={8} />
      </Field>
      <details>
        <summary className="py-2">{m.admin_company_notice_default()}</summary>
        <div className="prose soft">
          {m
            .admin_privacy_default()
            .split('\n\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
      </details>
      <ChoiceGroup
        id={fields.requireSecondFactor.id}
        legend={m.admin_company_switches()}
        errors={fields.requireSecondFactor.errors}
      >
        <CheckChoice
          {...getInputProps(fields.showScores, { type: 'checkbox' })}
          id={undefined}
          label={m.admin_company_scores()}
          note={m.admin_company_scores_note()}
        />
        <CheckChoice
          {...getInputProps(fields.requireSecondFactor, { type: 'checkbox' })}
          id={undefined}
          label={m.admin_company_factor()}
          note={m.admin_company_factor_note()}
        />
        <CheckChoice
          {...getInputProps(fields.publicCertificates, { type: 'checkbox' })}
          id={undefined}
          label={m.admin_company_certificates()}
          note={m.admin_company_certificates_note()}
        />
      </ChoiceGroup>
    </>
  );
}
