import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { retainPerson } from '#app/domain/people/staff/retain-person.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { pressForm } from '../../day-form.ts';
import { DayQuestion } from '../../day-question.tsx';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { findPerson, personCrumbs } from './find-person.server.ts';
import { fieldOf, wordPersonChange } from './person-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_people_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const person = await findPerson(args);
  const { id, name } = person;
  return { id, crumbs: personCrumbs(person), title: m.hr_stay_title({ name }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: personId } = await findPerson(args);
  const submission = await parseForm(args.request, pressForm);
  if (submission.status !== 'success') return askAgain(submission, wordPersonChange);
  const stays = await transact((tx) => retainPerson(tx, actor, { personId }));
  if ('refused' in stays)
    return refuseAt(submission, stays.refused, fieldOf(stays.refused), wordPersonChange);
  throw redirect(`/hr/people/${personId}?saved=stay`, 303);
}

export default function RetainPerson() {
  const { id, crumbs, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_stay()} />
      <PageHead title={title} lead={m.hr_stay_lead()} />
      <DayQuestion reply={answer?.reply} button={m.hr_stay_button()} back={`/hr/people/${id}`} />
    </>
  );
}
