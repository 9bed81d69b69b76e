import { data } from '@remix-run/node';
import type { Submission } from '@conform-to/react';
import { z } from 'zod';
import type { ChangeMeetingRefusal } from '#app/domain/culture/talks/change-meeting.server.ts';
import type { MeetingTerms } from '#app/domain/culture/talks/meeting.ts';
import { meetingTerms } from '#app/domain/culture/talks/meeting.ts';
import type { PlanMeetingRefusal } from '#app/domain/culture/talks/plan-meeting.server.ts';
import type { TalkLine } from '#app/domain/culture/talks/talk-plan.ts';
import * as m from '#app/messages/generated/messages.js';
import { wordReply } from '#app/platform/form/parse-form.server.ts';

const { title, minutes } = meetingTerms.shape;

/** Title and minutes may be left to the plan. */
export const talkForm = meetingTerms
  .extend({
    title: title.optional(),
    minutes: minutes.optional(),
    departmentId: z.string({ error: 'missing' }).min(1, 'missing').max(40),
  })
  .strict();

export type TalkForm = Omit<z.input<typeof talkForm>, 'minutes'> & { minutes?: string };

const withoutPlan = 15;

/** What was asked for, with what the plan says where the form says nothing. */
export function termsOf(form: z.output<typeof talkForm>, plans: readonly TalkLine[]): MeetingTerms {
  const { departmentId: _departmentId, ...terms } = form;
  const plan = plans.find(({ slug }) => slug === form.plan);
  return {
    ...terms,
    title: form.title ?? plan?.title ?? m.talk_default_title(),
    minutes: form.minutes ?? plan?.minutes ?? withoutPlan,
  };
}

type Refusal = PlanMeetingRefusal | ChangeMeetingRefusal;

const refusedAt: Partial<Record<Refusal, string>> = {
  'too-long-ago': 'day',
  'too-far-ahead': 'day',
  'no-such-hour': 'startTime',
  'unknown-plan': 'plan',
  'out-of-reach': 'people',
  'facilitator-not-invited': 'facilitatorId',
};

const refusals: Record<Refusal, () => string> = {
  'not-allowed': m.talk_refused_not_allowed,
  'no-such-meeting': m.talk_refused_over,
  over: m.talk_refused_over,
  'too-long-ago': m.talk_refused_too_long_ago,
  'too-far-ahead': m.talk_refused_too_far_ahead,
  'no-such-hour': m.talk_refused_no_such_hour,
  'unknown-plan': m.talk_refused_unknown_plan,
  'out-of-reach': m.talk_refused_out_of_reach,
  'facilitator-not-invited': m.talk_refused_facilitator,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.talk_mistake_too_long,
  'not-a-date': m.talk_mistake_day,
  'not-a-time': m.talk_mistake_time,
  'not-minutes': m.talk_mistake_minutes,
  nobody: m.talk_mistake_nobody,
  ...refusals,
};

const missing: Record<string, () => string> = {
  day: m.talk_mistake_day,
  startTime: m.talk_mistake_time,
  place: m.talk_mistake_place,
  people: m.talk_mistake_nobody,
  minutes: m.talk_mistake_minutes,
};

export function wordTalk(code: string, field: string): string {
  const word = code === 'missing' ? missing[field] : mistakes[code];
  return (word ?? missing[field] ?? m.talk_mistake_other)();
}

type Parsed = Pick<Submission<Record<string, unknown>, string[], unknown>, 'reply'>;

/** The form again, with what was typed; a refusal is shown at its field, or above where it has none. */
export function talkFormAgain(submission: Parsed, refused?: Refusal) {
  const field = refused && refusedAt[refused];
  const reply = !refused
    ? submission.reply()
    : submission.reply(field ? { fieldErrors: { [field]: [refused] } } : { formErrors: [refused] });
  return data({ reply: wordReply(reply, wordTalk) }, { status: 422 });
}
