import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../../guards.server.ts';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { deputyForm, fieldOf, wordDepartment } from '../department-form.ts';
import { departmentCrumbs, findDepartment } from '../find-department.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_departments_title() },
];

async function findOpen(args: LoaderFunctionArgs) {
  const department = await findDepartment(args);
  return department.closed ? notFound() : department;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const department = await findOpen(args);
  const { id, name, today } = department;
  return {
    id,
    crumbs: departmentCrumbs(department),
    title: m.hr_deputy_new_title({ name }),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = await findOpen(args);
  const submission = await parseForm(args.request, deputyForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const { deputy, fromOn, untilOn } = submission.value;
  const personId = await findColleague(reader, deputy, fromOn);
  if (!personId) return refuseAt(submission, 'not-employed', 'deputy', wordDepartment);
  const named = await transact((tx) => nameDeputy(tx, actor, { departmentId, personId, fromOn, untilOn }));
  if ('refused' in named) return refuseAt(submission, named.refused, fieldOf(named.refused), wordDepartment);
  throw redirect(`/hr/departments/${departmentId}?saved`, 303);
}

export default function NewDeputy() {
  const { id, crumbs, title, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ deputy: string; fromOn: string; untilOn: string }>({
    id: 'deputy',
    lastResult: answer?.reply,
    defaultValue: { fromOn: today },
  });
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_deputy_new()} />
      <PageHead title={title} lead={m.hr_deputy_new_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <Field
          label={m.hr_deputy()}
          hint={m.hr_department_head_hint()}
          errors={fields.deputy.errors}
          required
        >
          <TextInput
            {...getInputProps(fields.deputy, { type: 'text' })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
        </Field>
        <Field label={m.hr_deputy_from()} errors={fields.fromOn.errors} required>
          <DateInput {...getInputProps(fields.fromOn, { type: 'date' })} />
        </Field>
        <Field label={m.hr_deputy_until()} errors={fields.untilOn.errors} required>
          <DateInput {...getInputProps(fields.untilOn, { type: 'date' })} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.hr_deputy_new_button()}</SubmitOnce>
          <QuietButton to={`/hr/departments/${id}`}>{m.hr_leave_as_it_is()}</QuietButton>
        </div>
      </form>
    </>
  );
}
