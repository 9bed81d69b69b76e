import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readOpenActions } from '#app/domain/action-items/action-reads.server.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import { holdMeeting } from '#app/domain/culture/talks/hold-meeting.server.ts';
import { holdingForm } from '#app/domain/culture/talks/meeting.ts';
import { readTalkPlan } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../../guards.server.ts';
import { findPlannedTalk, writingFor } from '../find-talk.server.ts';
import { HoldFields } from './hold-fields.tsx';
import { holdAgain } from './hold-words.ts';

export const meta: MetaFunction = () => [{ title: m.talk_hold_title() }];

const twoWeeks = 14;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const meeting = await findPlannedTalk(actor, args.params.meeting);
  const writing = writingFor(actor, args.request);
  const { id, title, kind, invited, departmentId } = meeting;
  const open = await readOpenActions(reader, [departmentId]);
  const plan = meeting.plan && (await readTalkPlan(reader, meeting.plan, actor.language));
  return {
    id,
    title,
    kind,
    when: writing.when(meeting),
    tooEarly: !writing.hasCome(meeting),
    plan: plan ? `/talks/${plan.slug}?meeting=${id}` : null,
    exit: plan ? { text: plainText(plan.exit), lang: plan.language } : null,
    people: invited.map(({ id: personId, name }) => ({ id: personId, name })),
    earlier: open.map((line) => showAction(line, writing)),
    dueOn: daysAfter(dateIn(meeting.timeZone), twoWeeks),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const { id: meetingId, departmentId } = await findPlannedTalk(actor, args.params.meeting);
  const submission = await parseForm(args.request, holdingForm);
  if (submission.status !== 'success') return holdAgain(submission);
  const open = new Set((await readOpenActions(reader, [departmentId])).map(({ id }) => id));
  // What somebody settled meanwhile is settled; what never stood on this page is not touched.
  const earlier = submission.value.earlier.filter(({ id }) => open.has(id));
  const held = await transact((tx) => holdMeeting(tx, actor, { ...submission.value, earlier, meetingId }));
  if ('ok' in held) throw redirect(`/team/talks/${meetingId}?done=held`, 303);
  if (held.refused === 'no-such-meeting') return notFound();
  return holdAgain(submission, held.refused);
}

export default function HoldTalk() {
  const { id, title, when, tooEarly, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const home = `/team/talks/${id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team/talks', label: m.talk_team_title() },
          { to: home, label: title },
        ]}
        here={m.talk_hold_title()}
      />
      <PageHead
        eyebrow={when}
        title={m.talk_hold_question({ title })}
        lead={tooEarly ? m.talk_hold_too_early() : m.talk_hold_lead()}
      />
      {!tooEarly && <HoldFields reply={answer?.reply} home={home} {...form} />}
      {tooEarly && (
        <p>
          <QuietButton to={home}>{m.talk_leave()}</QuietButton>
        </p>
      )}
    </>
  );
}
