import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reopenSite } from '#app/domain/people/sites/reopen-site.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { pressForm } from '../day-form.ts';
import { DayQuestion } from '../day-question.tsx';
import { askAgain, refuseAt } from '../form-answers.ts';
import { findSite, siteCrumbs } from './find-site.server.ts';
import { fieldOf, wordSite } from './site-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? m.hr_sites_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const site = await findSite(args);
  return { id: site.id, crumbs: siteCrumbs(site), title: m.hr_site_reopen_title({ name: site.name }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: siteId } = await findSite(args);
  const submission = await parseForm(args.request, pressForm);
  if (submission.status !== 'success') return askAgain(submission, wordSite);
  const done = await transact((tx) => reopenSite(tx, actor, { siteId }));
  if ('refused' in done) return refuseAt(submission, done.refused, fieldOf(done.refused), wordSite);
  throw redirect(`/hr/sites?saved=${siteId}`, 303);
}

export default function ReopenSite() {
  const { id, crumbs, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_site_reopen()} />
      <PageHead title={title} lead={m.hr_site_reopen_lead()} />
      <DayQuestion reply={answer?.reply} button={m.hr_site_reopen_button()} back={`/hr/sites/${id}`} />
    </>
  );
}
