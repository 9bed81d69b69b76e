import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reopenDepartment } from '#app/domain/people/departments/reopen-department.server.ts';
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
  const { id, name, closesOn, today } = department;
  return {
    id,
    crumbs: departmentCrumbs(department),
    title: m.hr_department_reopen_title({ name }),
    // Of one that is yet to close, the closing itself is taken back.
    day: closesOn ?? today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: departmentId } = await findDepartment(args);
  const submission = await parseForm(args.request, dayForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const fromOn = submission.value.on;
  const done = await transact((tx) => reopenDepartment(tx, actor, { departmentId, fromOn }));
  if ('refused' in done) return refuseAt(submission, done.refused, fieldOf(done.refused), wordDepartment);
  throw redirect(`/hr/departments/${departmentId}?saved`, 303);
}

export default function ReopenDepartment() {
  const { id, crumbs, title, day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_department_reopen()} />
      <PageHead title={title} lead={m.hr_department_reopen_lead()} />
      <DayQuestion
        reply={answer?.reply}
        day={{ label: m.hr_department_reopen_day(), value: day }}
        button={m.hr_department_reopen_button()}
        back={`/hr/departments/${id}`}
      />
    </>
  );
}
