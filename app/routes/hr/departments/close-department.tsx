import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeDepartment } from '#app/domain/people/departments/close-department.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { dayForm } from '../day-form.ts';
import { DayQuestion } from '../day-question.tsx';
import { askAgain, refuseAt } from '../form-answers.ts';
import { fieldOf, wordDepartment } from './department-form.ts';
import { departmentCrumbs, findDepartment } from './find-department.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_departments_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const department = await findDepartment(args);
  const { id, name, today } = department;
  return {
    id,
    crumbs: departmentCrumbs(department),
    title: m.hr_department_close_title({ name }),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = await findDepartment(args);
  const submission = await parseForm(args.request, dayForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const fromOn = submission.value.on;
  const done = await transact((tx) => closeDepartment(tx, actor, { departmentId, fromOn }));
  if ('refused' in done) return refuseAt(submission, done.refused, fieldOf(done.refused), wordDepartment);
  throw redirect(`/hr/departments/${departmentId}?saved`, 303);
}

export default function CloseDepartment() {
  const { id, crumbs, title, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_department_close()} />
      <PageHead title={title} lead={m.hr_department_close_lead()} />
      <DayQuestion
        reply={answer?.reply}
        day={{ label: m.hr_department_close_day(), value: today }}
        button={m.hr_department_close_button()}
        back={`/hr/departments/${id}`}
      />
    </>
  );
}
