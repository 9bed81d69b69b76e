import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { cancelMeeting } from '#app/domain/culture/talks/cancel-meeting.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../guards.server.ts';
import { findPlannedTalk, writingFor } from './find-talk.server.ts';

export const meta: MetaFunction = () => [{ title: m.talk_cancel_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const meeting = await findPlannedTalk(actor, args.params.meeting);
  return { id: meeting.id, title: meeting.title, when: writingFor(actor, args.request).when(meeting) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const { id: meetingId } = await findPlannedTalk(actor, args.params.meeting);
  const submission = await parseForm(args.request, z.object({}).strict());
  if (submission.status !== 'success') return data(null, { status: 422 });
  const cancelled = await transact((tx) => cancelMeeting(tx, actor, { meetingId }));
  if ('refused' in cancelled) return notFound();
  throw redirect('/team/talks?done=cancelled', 303);
}

export default function CancelTalk() {
  const { id, title, when } = useLoaderData<typeof loader>();
  const home = `/team/talks/${id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team/talks', label: m.talk_team_title() },
          { to: home, label: title },
        ]}
        here={m.talk_cancel_title()}
      />
      <PageHead eyebrow={when} title={m.talk_cancel_question({ title })} lead={m.talk_cancel_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.talk_cancel_button()}</SubmitOnce>
        <QuietButton to={home}>{m.talk_leave()}</QuietButton>
      </form>
    </>
  );
}
