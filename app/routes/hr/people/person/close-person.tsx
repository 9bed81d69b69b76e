import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closePerson } from '#app/domain/people/staff/close-person.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { dayForm } from '../../day-form.ts';
import { DayQuestion } from '../../day-question.tsx';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { findPerson, personCrumbs } from './find-person.server.ts';
import { fieldOf, wordPersonChange } from './person-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_people_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const person = await findPerson(args);
  const { id, name, term, today, stand, history } = person;
  const planned = history.findLast((entry) => entry.kind === 'moved' && entry.on > today);
  return {
    id,
    crumbs: personCrumbs(person),
    title: m.hr_close_title({ name }),
    day: stand === 'left' || !term.leftOn ? today : term.leftOn,
    planned: planned ? m.hr_close_planned({ date: formatDay(planned.on, locale) }) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: personId } = await findPerson(args);
  const submission = await parseForm(args.request, dayForm);
  if (submission.status !== 'success') return askAgain(submission, wordPersonChange);
  const leftOn = submission.value.on;
  const closed = await transact((tx) => closePerson(tx, actor, { personId, leftOn }));
  if ('refused' in closed) {
    return refuseAt(submission, closed.refused, fieldOf(closed.refused, 'on'), wordPersonChange);
  }
  throw redirect(`/hr/people/${personId}?saved=close`, 303);
}

export default function ClosePerson() {
  const { id, crumbs, title, day, planned } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_close()} />
      <PageHead title={title} lead={m.hr_close_lead()} />
      {planned && <p className="prose mb-8">{planned}</p>}
      <DayQuestion
        reply={answer?.reply}
        day={{ label: m.hr_close_day(), hint: m.hr_close_day_hint(), value: day }}
        button={m.hr_close_button()}
        back={`/hr/people/${id}`}
      />
    </>
  );
}
