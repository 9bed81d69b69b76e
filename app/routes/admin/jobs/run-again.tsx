import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTry } from '#app/domain/queue/job-reads.server.ts';
import { retryReaction } from '#app/domain/queue/retry-reaction.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { findReaction, reactionWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.jobs_again_title() }];

function wanted({ reaction, seq }: LoaderFunctionArgs['params']) {
  const known = findReaction(reaction);
  if (!known || !/^[1-9]\d{0,14}$/.test(seq ?? '')) return notFound();
  return { reaction: known, seq: Number(seq) };
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  const { reaction, seq } = wanted(args.params);
  const failed = (await readTry(reader, reaction, seq)) ?? notFound();
  return { words: reactionWords[reaction](), seq, event: failed.event?.name ?? '', reason: failed.reason };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const which = wanted(args.params);
  const retried = await transact((tx) => retryReaction(tx, actor, which));
  if ('refused' in retried && retried.refused === 'not-allowed') notFound();
  throw redirect(`/admin/jobs?done=${'refused' in retried ? 'gone' : 'again'}`, 303);
}

export default function RunAgain() {
  const { words, seq, event, reason } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.jobs_admin() },
          { to: '/admin/jobs', label: m.jobs_title() },
        ]}
        here={m.jobs_again_title()}
      />
      <PageHead
        eyebrow={words}
        title={m.jobs_again_title()}
        lead={m.jobs_again_lead({ event, number: seq })}
      />
      <div className="prose mb-8 break-words">
        <p>{m.jobs_try_reason({ reason })}</p>
        <p>{m.jobs_again_about()}</p>
      </div>
      <form method="post" className="form-end">
        <SubmitOnce>{m.jobs_run_again()}</SubmitOnce>
      </form>
    </>
  );
}
