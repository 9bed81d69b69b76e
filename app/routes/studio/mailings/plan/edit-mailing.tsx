import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editMailing } from '#app/domain/culture/mailings/planning/edit-mailing.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { countIn, readChoices, typedIn } from './choices.server.ts';
import { clockOf, mailingForm, planOf, wordMailing } from './mailing-form.ts';
import { PlanForm } from './plan-page.tsx';

export const meta: MetaFunction = () => [{ title: m.mailing_edit() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const query = new URL(args.request.url).searchParams;
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { subject, preheader, perMinute, inHours, fromHour, untilHour, audience } = mailing;
  const isLater = mailing.startAt > now();
  const kept = {
    subject,
    preheader,
    perMinute,
    inHours,
    fromHour,
    untilHour,
    ...audience,
    ...(isLater ? { when: 'at', ...clockOf(mailing.startAt, actor.siteTimeZone) } : { when: 'now' }),
  };
  return {
    crumbs: mailingCrumbs(mailing),
    title: mailing.title,
    plan: {
      choices: await readChoices(locale),
      zone: actor.siteTimeZone,
      counted: await countIn(query),
      values: typedIn(query) ?? kept,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: mailingId } = await findMailing(args);
  const submission = await parseForm(args.request, mailingForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), wordMailing) }, { status: 422 });
  }
  const plan = { ...planOf(submission.value, actor.siteTimeZone), mailingId };
  const done = await transact((tx) => editMailing(tx, actor, plan));
  if ('refused' in done) {
    const reply = submission.reply({ formErrors: [done.refused] });
    return data({ reply: wordReply(reply, wordMailing) }, { status: 422 });
  }
  throw redirect(`/studio/mailings/${mailingId}?said=saved`, 303);
}

export default function EditMailing() {
  const { crumbs, title, plan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.mailing_edit()} />
      <PageHead eyebrow={m.mailing_of({ title })} title={m.mailing_edit()} />
      <PlanForm {...plan} reply={answer?.reply} button={m.mailing_save_changes()} />
    </>
  );
}
