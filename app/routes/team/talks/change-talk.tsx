import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeMeeting } from '#app/domain/culture/talks/change-meeting.server.ts';
import { readTalkLines } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireHead } from '../../guards.server.ts';
import { findPlannedTalk } from './find-talk.server.ts';
import { readChoices } from './talk-choices.server.ts';
import { TalkFields } from './talk-fields.tsx';
import { talkForm, talkFormAgain, termsOf } from './talk-form.ts';

export const meta: MetaFunction = () => [{ title: m.talk_change_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const meeting = await findPlannedTalk(actor, args.params.meeting);
  const people = meeting.invited.map(({ id }) => id);
  const { groups, options } = await readChoices(actor, people);
  const { id, departmentId, title, kind, day, startTime, minutes, place, plan, facilitator } = meeting;
  return {
    id,
    plans: options,
    groups,
    zone: meeting.timeZone,
    talk: {
      departmentId,
      plan: plan ?? '',
      title,
      kind,
      day,
      startTime,
      minutes: String(minutes),
      place,
      facilitatorId: facilitator.id,
      people,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const { id: meetingId } = await findPlannedTalk(actor, args.params.meeting);
  const submission = await parseForm(args.request, talkForm);
  if (submission.status !== 'success') return talkFormAgain(submission);
  const terms = termsOf(submission.value, await readTalkLines(reader, actor.language));
  const changed = await transact((tx) => changeMeeting(tx, actor, { ...terms, meetingId }));
  if ('refused' in changed) return talkFormAgain(submission, changed.refused);
  throw redirect(`/team/talks/${meetingId}?done=changed`, 303);
}

export default function ChangeTalk() {
  const { id, talk, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const home = `/team/talks/${id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team/talks', label: m.talk_team_title() },
          { to: home, label: talk.title },
        ]}
        here={m.talk_change_title()}
      />
      <PageHead title={m.talk_change_title()} lead={m.talk_change_lead()} />
      <TalkFields
        reply={answer?.reply}
        talk={talk}
        departments={[]}
        {...choices}
        button={m.talk_change_button()}
        back={home}
      />
    </>
  );
}
