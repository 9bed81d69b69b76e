import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editPerson } from '#app/domain/people/staff/edit-person.server.ts';
import type { PersonIdentity } from '#app/domain/people/staff/placement.ts';
import { personIdentity } from '#app/domain/people/staff/placement.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { findPerson, personCrumbs } from './find-person.server.ts';
import { languageOptions } from './language-options.ts';
import { fieldOf, wordPersonChange } from './person-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_people_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const person = await findPerson(args);
  const { id, name, email, employeeNumber, language } = person;
  return {
    id,
    crumbs: personCrumbs(person),
    title: m.hr_edit_title({ name }),
    languages: languageOptions(language, locale),
    identity: { name, email: email ?? undefined, employeeNumber: employeeNumber ?? undefined, language },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: personId } = await findPerson(args);
  const submission = await parseForm(args.request, personIdentity);
  if (submission.status !== 'success') return askAgain(submission, wordPersonChange);
  const edited = await transact((tx) => editPerson(tx, actor, { personId, ...submission.value }));
  if ('refused' in edited) {
    return refuseAt(submission, edited.refused, fieldOf(edited.refused), wordPersonChange);
  }
  throw redirect(`/hr/people/${personId}?saved=edit`, 303);
}

export default function EditPerson() {
  const { id, crumbs, title, languages, identity } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<PersonIdentity>({
    id: 'person',
    lastResult: answer?.reply,
    defaultValue: identity,
  });
  const text = { type: 'text' } as const;
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_edit()} />
      <PageHead title={title} lead={m.hr_edit_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <Field label={m.hr_person_name()} hint={m.hr_person_name_hint()} errors={fields.name.errors} required>
          <TextInput {...getInputProps(fields.name, text)} autoComplete="off" maxLength={200} dir="auto" />
        </Field>
        <Field label={m.hr_person_email()} hint={m.hr_person_email_hint()} errors={fields.email.errors}>
          <TextInput {...getInputProps(fields.email, { type: 'email' })} autoComplete="off" maxLength={254} />
        </Field>
        <Field label={m.hr_person_number()} errors={fields.employeeNumber.errors}>
          <TextInput {...getInputProps(fields.employeeNumber, text)} autoComplete="off" maxLength={40} />
        </Field>
        <Field label={m.hr_edit_language()} hint={m.hr_edit_language_hint()} errors={fields.language.errors}>
          <Select {...getSelectProps(fields.language)} options={languages} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.hr_edit_button()}</SubmitOnce>
          <QuietButton to={`/hr/people/${id}`}>{m.hr_leave_as_it_is()}</QuietButton>
        </div>
      </form>
    </>
  );
}
