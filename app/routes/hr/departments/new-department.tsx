import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { departmentOptions, functionOptions } from '../department-options.ts';
import type { DepartmentForm } from './department-form.ts';
import { departmentForm, fieldOf, wordDepartment } from './department-form.ts';
import { DepartmentTermsFields } from './department-terms-fields.tsx';
import { DepartmentPlaceFields } from './department-place-fields.tsx';

export const meta: MetaFunction = () => [{ title: m.hr_department_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  return { parents: departmentOptions(await readDepartments(reader)), functions: functionOptions() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const submission = await parseForm(args.request, departmentForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const { head, ...department } = submission.value;
  const headId = head ? await findColleague(reader, head) : undefined;
  const added =
    headId === null
      ? ({ refused: 'unknown-head' } as const)
      : await transact((tx) => addDepartment(tx, actor, { ...department, headId }));
  if ('refused' in added) {
    return refuseAt(submission, added.refused, fieldOf(added.refused), wordDepartment);
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
        <DepartmentTermsFields name={fields.name} function={fields.function} functions={functions} />
        <DepartmentPlaceFields parent={fields.parentId} head={fields.head} parents={parents} />
        <div className="form-end">
          <SubmitOnce>{m.hr_department_button()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
