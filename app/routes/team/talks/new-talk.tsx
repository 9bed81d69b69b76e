import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { planMeeting } from '#app/domain/culture/talks/plan-meeting.server.ts';
import { readTalkLines } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import { weekdayFrom } from '#app/domain/culture/talks/meeting-time.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../guards.server.ts';
import { readChoices, usualPeople } from './talk-choices.server.ts';
import { TalkFields } from './talk-fields.tsx';
import { talkForm, talkFormAgain, termsOf } from './talk-form.ts';

export const meta: MetaFunction = () => [{ title: m.talk_new_title() }];

const aWeek = 7;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const query = new URL(args.request.url).searchParams;
  const { plans, departments, groups, options } = await readChoices(actor);
  const plan = plans.find(({ slug }) => slug === query.get('plan'));
  const wanted = query.get('department');
  const department = departments.find(({ value }) => value === wanted) ?? departments[0];
  if (!department) return notFound();
  return {
    departments,
    plans: options,
    groups,
    zone: actor.siteTimeZone,
    talk: {
      departmentId: department.value,
      plan: plan?.slug ?? '',
      kind: plan?.with ?? ('team' as const),
      day: weekdayFrom(daysAfter(dateIn(actor.siteTimeZone), aWeek)),
      startTime: '09:00',
      place: '',
      facilitatorId: actor.id,
      people: usualPeople(actor, groups, department.value),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const submission = await parseForm(args.request, talkForm);
  if (submission.status !== 'success') return talkFormAgain(submission);
  const { departmentId } = submission.value;
  const terms = termsOf(submission.value, await readTalkLines(reader, actor.language));
  const planned = await transact((tx) => planMeeting(tx, actor, { ...terms, departmentId }));
  if ('refused' in planned) return talkFormAgain(submission, planned.refused);
  throw redirect(`/team/talks/${planned.meetingId}?done=planned`, 303);
}

export default function NewTalk() {
  const { talk, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team', label: m.team_title() },
          { to: '/team/talks', label: m.talk_team_title() },
        ]}
        here={m.talk_new_title()}
      />
      <PageHead title={m.talk_new_title()} lead={m.talk_new_lead()} />
      <TalkFields
        reply={answer?.reply}
        talk={talk}
        {...choices}
        button={m.talk_new_button()}
        back="/team/talks"
      />
    </>
  );
}
