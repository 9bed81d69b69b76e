import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { removeHoliday } from '#app/domain/people/sites/remove-holiday.server.ts';
import { readHoliday } from '#app/domain/people/sites/site-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { pressForm } from '../day-form.ts';
import { DayQuestion } from '../day-question.tsx';
import { askAgain, refuseAt } from '../form-answers.ts';
import { findSite, siteCrumbs } from './find-site.server.ts';
import { fieldOf, wordSite } from './site-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? m.hr_sites_title() }];

async function find(args: LoaderFunctionArgs) {
  const site = await findSite(args);
  const holiday = await readHoliday(reader, site.id, args.params.holiday ?? '');
  return { site, holiday: holiday ?? notFound() };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { site, holiday } = await find(args);
  return {
    crumbs: [...siteCrumbs(site), { to: `/hr/sites/${site.id}/holidays`, label: m.hr_holidays() }],
    back: `/hr/sites/${site.id}/holidays`,
    title: m.hr_holiday_remove_title({ name: holiday.name, date: formatDay(holiday.day, locale) }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { site, holiday } = await find(args);
  const submission = await parseForm(args.request, pressForm);
  if (submission.status !== 'success') return askAgain(submission, wordSite);
  const removed = await transact((tx) => removeHoliday(tx, actor, { holidayId: holiday.id }));
  if ('refused' in removed) return refuseAt(submission, removed.refused, fieldOf(removed.refused), wordSite);
  throw redirect(`/hr/sites/${site.id}/holidays`, 303);
}

export default function RemoveHoliday() {
  const { crumbs, back, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_holiday_remove()} />
      <PageHead title={title} lead={m.hr_holiday_remove_lead()} />
      <DayQuestion reply={answer?.reply} button={m.hr_holiday_remove_button()} back={back} />
    </>
  );
}
