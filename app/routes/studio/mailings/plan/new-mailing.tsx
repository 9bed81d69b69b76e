import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  readPublishedIssue,
  readPublishedIssues,
} from '#app/domain/culture/mailings/planning/issue-reads.server.ts';
import { usualPlan } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { planMailing } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../../guards.server.ts';
import { listCrumb } from '../find-mailing.server.ts';
import { mailObstacle } from '../obstacle.server.ts';
import { countIn, readChoices, typedIn } from './choices.server.ts';
import { mailingForm, planOf, wordMailing } from './mailing-form.ts';
import { PlanForm } from './plan-page.tsx';

export const meta: MetaFunction = () => [{ title: m.mailing_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const query = new URL(args.request.url).searchParams;
  const slug = query.get('issue');
  const shared = { crumbs: [listCrumb()], obstacle: mailObstacle()?.words ?? null };
  if (slug === null) {
    const issues = await readPublishedIssues(reader);
    return {
      ...shared,
      plan: null,
      issues: issues.map(({ slug: to, original }) => ({ to, title: original.title })),
    };
  }
  const issue = (await readPublishedIssue(reader, { slug })) ?? notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { title, subject, preheader } = issue.original;
  return {
    ...shared,
    issues: [],
    plan: {
      slug,
      title,
      choices: await readChoices(locale),
      zone: actor.siteTimeZone,
      counted: await countIn(query),
      values: typedIn(query) ?? { ...usualPlan, subject, preheader },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const slug = new URL(args.request.url).searchParams.get('issue') ?? '';
  const issue = (await readPublishedIssue(reader, { slug })) ?? notFound();
  const submission = await parseForm(args.request, mailingForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), wordMailing) }, { status: 422 });
  }
  const plan = { ...planOf(submission.value, actor.siteTimeZone), documentId: issue.documentId };
  const done = await transact((tx) => planMailing(tx, actor, plan));
  if ('refused' in done) {
    const reply = submission.reply({ formErrors: [done.refused] });
    return data({ reply: wordReply(reply, wordMailing) }, { status: 422 });
  }
  throw redirect(`/studio/mailings/${done.mailingId}?said=planned`, 303);
}

export default function NewMailing() {
  const { crumbs, obstacle, plan, issues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.mailing_new()} />
      {obstacle && <Notice>{obstacle}</Notice>}
      <PageHead
        eyebrow={plan && m.mailing_of({ title: plan.title })}
        title={plan ? m.mailing_new_title() : m.mailing_choose_title()}
        lead={m.mailing_new_lead()}
      />
      {plan ? (
        <PlanForm {...plan} issue={plan.slug} reply={answer?.reply} button={m.mailing_save_plan()} />
      ) : (
        <Issues issues={issues} />
      )}
    </>
  );
}

function Issues({ issues }: { issues: { to: string; title: string }[] }) {
  if (issues.length === 0) {
    return <Empty title={m.mailing_choose_none_title()}>{m.mailing_choose_none()}</Empty>;
  }
  return (
    <ul className="lines max-w-wide">
      {issues.map(({ to, title }) => (
        <li key={to}>
          <h2 dir="auto">
            <Link to={`/studio/mailings/new?issue=${encodeURIComponent(to)}`}>{title}</Link>
          </h2>
        </li>
      ))}
    </ul>
  );
}
