import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requestJob } from '#app/domain/queue/request-job.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { findRecurring, recurringWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.jobs_now_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  const job = findRecurring(args.params.job) ?? notFound();
  return { words: recurringWords[job]() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const job = findRecurring(args.params.job) ?? notFound();
  const requested = await transact((tx) => requestJob(tx, actor, { job }));
  if ('refused' in requested) notFound();
  throw redirect('/admin/jobs?done=requested', 303);
}

export default function RunNow() {
  const { words } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.jobs_admin() },
          { to: '/admin/jobs', label: m.jobs_title() },
        ]}
        here={m.jobs_now_title()}
      />
      <PageHead eyebrow={words} title={m.jobs_now_title()} lead={m.jobs_now_lead()} />
      <form method="post" className="form-end">
        <SubmitOnce>{m.jobs_run_now()}</SubmitOnce>
      </form>
    </>
  );
}
