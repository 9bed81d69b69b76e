import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { passwordLength } from '#app/domain/access/passwords/password-length.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { programPath } from '#app/platform/env/program.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import type { CompanyForm } from './company-form.ts';
import { companyForm } from './company-form.ts';
import { requireFirstRunToken } from './first-run.server.ts';
import { setUpCompany } from './set-up-company.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_company_title() }];

const words: Record<string, () => string> = {
  missing: m.entrance_field_missing,
  'too-long': m.entrance_field_too_long,
  unprintable: m.entrance_field_unprintable,
  'not-an-address': m.entrance_field_not_an_address,
  'not-a-time-zone': m.entrance_field_not_a_time_zone,
  'too-short': () => m.entrance_new_password_too_short({ min: passwordLength.min }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  await requireFirstRunToken(request);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { here, timeZones: [...new Set(['UTC', here, ...Intl.supportedValuesOf('timeZone')])].toSorted() };
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireFirstRunToken(request);
  const submission = await parseForm(request, companyForm);
  if (submission.status !== 'success') {
    const reply = submission.reply({ hideFields: ['password'] });
    return data(
      { reply: wordReply(reply, (code) => (words[code] ?? m.entrance_field_missing)()) },
      { status: 422 },
    );
  }
  const secretHash = await hashPassword(submission.value.password);
  const opened = await setUpCompany({ ...submission.value, token, secretHash });
  if ('refused' in opened) throw redirect('/first-run', 303);
  await importContent(system, programPath('content'));
  throw redirect('/hr', {
    status: 303,
    headers: { 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) },
  });
}

export default function NewCompany() {
  const { here, timeZones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<CompanyForm>({
    id: 'company',
    lastResult: answer?.reply,
    defaultValue: {
      timeZone: here,
      language: 'en',
      site: m.entrance_site_default(),
      department: m.entrance_department_default(),
    },
  });
  const text = { type: 'text' } as const;
  return (
    <NarrowPage
      name={m.app_name()}
      line={m.app_footer()}
      title={m.entrance_company_title()}
      lead={m.entrance_company_lead()}
    >
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors
          errors={errorSummary(form, {
            name: m.entrance_company_name(),
            timeZone: m.entrance_time_zone(),
            site: m.entrance_site(),
            department: m.entrance_department(),
            adminName: m.entrance_your_name(),
            email: m.entrance_your_email(),
            password: m.entrance_password(),
          })}
        />
        <input type="hidden" name="language" value="en" />
        <Field label={m.entrance_company_name()} errors={fields.name.errors} required>
          <TextInput {...getInputProps(fields.name, text)} autoComplete="organization" maxLength={120} />
        </Field>
        <Field
          label={m.entrance_time_zone()}
          hint={m.entrance_time_zone_hint()}
          errors={fields.timeZone.errors}
          required
        >
          <Select {...getSelectProps(fields.timeZone)}>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.entrance_site()} hint={m.entrance_site_hint()} errors={fields.site.errors} required>
          <TextInput {...getInputProps(fields.site, text)} maxLength={120} />
        </Field>
        <Field label={m.entrance_department()} errors={fields.department.errors} required>
          <TextInput {...getInputProps(fields.department, text)} maxLength={120} />
        </Field>
        <Field label={m.entrance_your_name()} errors={fields.adminName.errors} required>
          <TextInput {...getInputProps(fields.adminName, text)} autoComplete="name" maxLength={200} />
        </Field>
        <Field label={m.entrance_your_email()} errors={fields.email.errors} required>
          <TextInput
            {...getInputProps(fields.email, { type: 'email' })}
            autoComplete="email"
            maxLength={254}
          />
        </Field>
        <Field
          label={m.entrance_password()}
          hint={m.entrance_new_password_hint({ min: passwordLength.min })}
          errors={fields.password.errors}
          required
        >
          <PasswordInput
            {...getInputProps(fields.password, { type: 'password', value: false })}
            autoComplete="new-password"
          />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.entrance_company_button()}</SubmitOnce>
        </div>
      </form>
    </NarrowPage>
  );
}
