import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endDeputy } from '#app/domain/people/departments/end-deputy.server.ts';
import { readDeputyship } from '#app/domain/people/history/department-page-reads.server.ts';
import { dayBefore } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../../guards.server.ts';
import { dayForm } from '../../day-form.ts';
import { DayQuestion } from '../../day-question.tsx';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { fieldOf, wordDepartment } from '../department-form.ts';
import { departmentCrumbs, findDepartment } from '../find-department.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_departments_title() },
];

async function find(args: LoaderFunctionArgs) {
  const department = await findDepartment(args);
  const deputyship = await readDeputyship(reader, department.id, args.params.deputyship ?? '');
  return { department, deputyship: deputyship ?? notFound() };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { department, deputyship } = await find(args);
  const { name, fromOn, untilOn } = deputyship;
  const planned = fromOn > department.today;
  const from = formatDay(fromOn, locale);
  return {
    id: department.id,
    crumbs: departmentCrumbs(department),
    title: m.hr_deputy_end_title({ name }),
    lead: planned
      ? m.hr_deputy_end_planned({ from })
      : m.hr_deputy_end_lead({ from, until: formatDay(untilOn, locale) }),
    day: planned ? dayBefore(fromOn) : department.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { department, deputyship } = await find(args);
  const submission = await parseForm(args.request, dayForm);
  if (submission.status !== 'success') return askAgain(submission, wordDepartment);
  const end = { deputyshipId: deputyship.id, untilOn: submission.value.on };
  const ended = await transact((tx) => endDeputy(tx, actor, end));
  if ('refused' in ended) return refuseAt(submission, ended.refused, fieldOf(ended.refused), wordDepartment);
  throw redirect(`/hr/departments/${department.id}?saved`, 303);
}

export default function EndDeputy() {
  const { id, crumbs, title, lead, day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_deputy_end()} />
      <PageHead title={title} lead={lead} />
      <DayQuestion
        reply={answer?.reply}
        day={{ label: m.hr_deputy_end_day(), hint: m.hr_deputy_end_day_hint(), value: day }}
        button={m.hr_deputy_end_button()}
        back={`/hr/departments/${id}`}
      />
    </>
  );
}
