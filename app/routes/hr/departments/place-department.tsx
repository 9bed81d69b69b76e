import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import type { Department } from '#app/domain/people/department.ts';
import { withBelow } from '#app/domain/people/department.ts';
import { findColleague, readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { departmentOptions } from '../department-options.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { fieldOf, placeForm, wordDepartment } from './department-form.ts';
import { DepartmentPlaceFields } from './department-place-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: m.hr_department_place_title({ name: loaded?.name ?? '' }) },
];

/** Open departments alone have a place. */
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
    id,
    name,
    today: await companyToday(reader),
    parentId: parentId ?? undefined,
    head: head?.email ?? head?.employeeNumber ?? undefined,
    parents: departmentOptions(departments.filter((department) => !below.includes(department.id))),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = find(await readDepartments(reader), args.params.department);
  const submission = await parseForm(args.request, placeForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const { parentId = null, head, fromOn } = submission.value;
  const headId = head ? await findColleague(reader, head, fromOn) : null;
  if (head && !headId) return refuseAt(submission, 'unknown-head', 'head', wordDepartment);
  const placed = await transact((tx) =>
    placeDepartment(tx, actor, { departmentId, parentId, headId, fromOn }),
  );
  if ('refused' in placed) {
    return refuseAt(submission, placed.refused, fieldOf(placed.refused), wordDepartment);
  }
  throw redirect(`/hr/departments/${departmentId}?saved`, 303);
}

export default function PlaceDepartment() {
  const { id, name, today, parentId, head, parents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ parentId?: string; head?: string; fromOn?: string }>({
    id: 'department',
    lastResult: answer?.reply,
    defaultValue: { parentId, head, fromOn: today },
  });
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/departments', label: m.hr_departments_title() },
          { to: `/hr/departments/${id}`, label: name },
        ]}
        here={m.hr_department_place()}
      />
      <PageHead title={m.hr_department_place_title({ name })} lead={m.hr_department_place_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <DepartmentPlaceFields parent={fields.parentId} head={fields.head} parents={parents} />
        <Field
          label={m.hr_department_from()}
          hint={m.hr_department_from_hint()}
          errors={fields.fromOn.errors}
          required
        >
          <DateInput {...getInputProps(fields.fromOn, { type: 'date' })} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.hr_department_place_button()}</SubmitOnce>
          <QuietButton to={`/hr/departments/${id}`}>{m.hr_leave_as_it_is()}</QuietButton>
        </div>
      </form>
    </>
  );
}
