import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { departmentTerms } from '#app/domain/people/department.ts';
import { editDepartment } from '#app/domain/people/departments/edit-department.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { functionOptions } from '../department-options.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { fieldOf, wordDepartment } from './department-form.ts';
import { DepartmentTermsFields } from './department-terms-fields.tsx';
import { departmentCrumbs, findDepartment } from './find-department.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_departments_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const department = await findDepartment(args);
  const { id, name } = department;
  return {
    id,
    crumbs: departmentCrumbs(department),
    title: m.hr_department_edit_title({ name }),
    functions: functionOptions(),
    terms: { name, function: department.function ?? undefined },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = await findDepartment(args);
  const submission = await parseForm(args.request, departmentTerms);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const edited = await transact((tx) => editDepartment(tx, actor, { departmentId, ...submission.value }));
  if ('refused' in edited) {
    return refuseAt(submission, edited.refused, fieldOf(edited.refused), wordDepartment);
  }
  throw redirect(`/hr/departments/${departmentId}?saved`, 303);
}

export default function EditDepartment() {
  const { id, crumbs, title, functions, terms } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string; function?: string }>({
    id: 'department',
    lastResult: answer?.reply,
    defaultValue: terms,
  });
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_department_edit()} />
      <PageHead title={title} lead={m.hr_department_edit_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <DepartmentTermsFields name={fields.name} function={fields.function} functions={functions} />
        <div className="form-end">
          <SubmitOnce>{m.hr_department_save()}</SubmitOnce>
          <QuietButton to={`/hr/departments/${id}`}>{m.hr_leave_as_it_is()}</QuietButton>
        </div>
      </form>
    </>
  );
}
