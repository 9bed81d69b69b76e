import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Department } from '#app/domain/people/department.ts';
import { withBelow } from '#app/domain/people/department.ts';
import { findColleague, readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { departmentOptions } from '../department-options.ts';
import { placeForm, refusalAt, wordDepartment } from './department-form.ts';
import { DepartmentPlaceFields } from './department-place-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: m.hr_department_edit_title({ name: loaded?.name ?? '' }) },
];

function find(departments: Department[], id: string | undefined): Department {
  return departments.find((department) => department.id === id) ?? notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const departments = await readDepartments(reader);
  const { id, name, parentId, headId } = find(departments, args.params.department);
  const below = withBelow(departments, id);
  const head = headId ? await readPersonCard(reader, headId) : null;
  return {
    name,
    parentId: parentId ?? undefined,
    head: head?.email ?? head?.employeeNumber ?? undefined,
    parents: departmentOptions(departments.filter((department) => !below.includes(department.id))),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = find(await readDepartments(reader), args.params.department);
  const submission = await parseForm(args.request, placeForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), wordDepartment) }, { status: 422 });
  }
  const { parentId = null, head } = submission.value;
  const headId = head ? await findColleague(reader, head) : null;
  const fromOn = await companyToday(reader);
  const placed =
    head && !headId
      ? ({ refused: 'unknown-head' } as const)
      : await transact((tx) => placeDepartment(tx, actor, { departmentId, parentId, headId, fromOn }));
  if ('refused' in placed) {
    const reply = submission.reply(refusalAt(placed.refused));
    return data({ reply: wordReply(reply, wordDepartment) }, { status: 422 });
  }
  throw redirect(`/hr/departments?saved=${departmentId}`, 303);
}

export default function EditDepartment() {
  const { name, parentId, head, parents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ parentId?: string; head?: string }>({
    id: 'department',
    lastResult: answer?.reply,
    defaultValue: { parentId, head },
  });
  const title = m.hr_department_edit_title({ name });
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/departments', label: m.hr_departments_title() },
        ]}
        here={name}
      />
      <PageHead title={title} lead={m.hr_department_edit_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <DepartmentPlaceFields parent={fields.parentId} head={fields.head} parents={parents} />
        <div className="form-end">
          <SubmitOnce>{m.hr_department_save()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
