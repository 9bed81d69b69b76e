import { data } from '@remix-run/node';
import type { Submission } from '@conform-to/react';
import type { HoldMeetingRefusal } from '#app/domain/culture/talks/hold-meeting.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { wordReply } from '#app/platform/form/parse-form.server.ts';

const refusals: Record<Exclude<HoldMeetingRefusal, 'no-such-meeting'>, () => string> = {
  over: m.talk_refused_over,
  'not-yet': m.talk_hold_too_early,
  nobody: m.talk_hold_nobody,
  'not-invited': m.talk_hold_not_invited,
  'no-guests': m.talk_hold_no_guests,
  'unknown-action': m.talk_hold_unknown_action,
  owner: m.talk_hold_owner,
  due: m.talk_hold_due,
};

const mistakes: Record<string, () => string> = {
  'too-long': m.talk_mistake_too_long,
  'too-many': m.talk_hold_too_many,
  'first-names-only': m.talk_hold_first_names,
  'not-a-name': m.talk_hold_not_a_name,
  'not-a-date': m.talk_mistake_day,
  ...refusals,
};

const missing: [RegExp, () => string][] = [
  [/text$/, m.talk_hold_text_missing],
  [/ownerId$/, m.talk_hold_owner_missing],
  [/dueOn$/, m.talk_hold_due_missing],
  [/reason$/, m.action_reason_missing],
];

function word(code: string, field: string): string {
  const known = code === 'missing' ? missing.find(([name]) => name.test(field))?.[1] : mistakes[code];
  return (known ?? m.talk_mistake_other)();
}

type Parsed = Pick<Submission<Record<string, unknown>, string[], unknown>, 'reply'>;

const refusedAt: Partial<Record<keyof typeof refusals, string>> = {
  nobody: 'attended',
  'no-guests': 'guests',
};

export function holdAgain(submission: Parsed, refused?: keyof typeof refusals) {
  const field = refused && refusedAt[refused];
  const reply = !refused
    ? submission.reply()
    : submission.reply(field ? { fieldErrors: { [field]: [refused] } } : { formErrors: [refused] });
  return data({ reply: wordReply(reply, word) }, { status: 422 });
}
