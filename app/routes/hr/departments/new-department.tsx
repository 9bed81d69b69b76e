import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { departmentOptions, functionOptions } from '../department-options.ts';
import type { DepartmentForm } from './department-form.ts';
import { departmentForm, refusalAt, wordDepartment } from './department-form.ts';
import { DepartmentPlaceFields } from './department-place-fields.tsx';

export const meta: MetaFunction = () => [{ title: m.hr_department_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  return { parents: departmentOptions(await readDepartments(reader)), functions: functionOptions() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const submission = await parseForm(args.request, departmentForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), wordDepartment) }, { status: 422 });
  }
  const { head, ...department } = submission.value;
  const headId = head ? await findColleague(reader, head) : undefined;
  const added =
    headId === null
      ? ({ refused: 'unknown-head' } as const)
      : await transact((tx) => addDepartment(tx, actor, { ...department, headId }));
  if ('refused' in added) {
    const reply = submission.reply(refusalAt(added.refused));
    return data({ reply: wordReply(reply, wordDepartment) }, { status: 422 });
  }
  throw redirect(`/hr/departments?saved=${added.departmentId}`, 303);
}

export default function NewDepartment() {
  const { parents, functions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<DepartmentForm>({ id: 'department', lastResult: answer?.reply });
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/departments', label: m.hr_departments_title() },
        ]}
        here={m.hr_department_new_title()}
      />
      <PageHead title={m.hr_department_new_title()} lead={m.hr_department_new_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <Field label={m.hr_department_name()} errors={fields.name.errors} required>
          <TextInput {...getInputProps(fields.name, { type: 'text' })} autoComplete="off" maxLength={120} />
        </Field>
        <Field
          label={m.hr_department_function()}
          hint={m.hr_department_function_hint()}
          errors={fields.function.errors}
        >
          <Select
            {...getSelectProps(fields.function)}
            options={functions}
            empty={m.hr_department_function_inherited()}
          />
        </Field>
        <DepartmentPlaceFields parent={fields.parentId} head={fields.head} parents={parents} />
        <div className="form-end">
          <SubmitOnce>{m.hr_department_button()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
