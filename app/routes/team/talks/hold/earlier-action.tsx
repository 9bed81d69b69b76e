import type { SubmissionResult } from '@conform-to/react';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { typedIn } from './agreed-line.tsx';

type Props = {
  at: number;
  action: ShownAction;
  reply: SubmissionResult<string[]> | undefined;
  errorOf: (name: string) => string[] | undefined;
};

const outcomes = [
  ['open', m.talk_earlier_open],
  ['done', m.action_done],
  ['dropped', m.action_drop],
] as const;

/** What was agreed before, and is asked about first: still open, done, or dropped and why. */
export function EarlierAction({ at, action, reply, errorOf }: Props) {
  const name = (field: string) => `earlier[${at}].${field}`;
  const typed = typedIn(reply, 'earlier', at);
  const chosen = typed.id === action.id ? (typed.outcome ?? 'open') : 'open';
  const about = [
    action.owner,
    action.ownerGone ? m.ui_action_owner_gone() : '',
    action.lateBy > 0
      ? m.talk_earlier_late({ count: action.lateBy })
      : m.talk_earlier_due({ date: action.due }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <fieldset className="talk-earlier">
      <legend dir="auto">{action.text}</legend>
      <p className="soft small" dir="auto">
        {about}
      </p>
      <input type="hidden" name={name('id')} value={action.id} />
      <div className="talk-outcomes">
        {outcomes.map(([value, word]) => (
          <label key={value} className="choice">
            <input type="radio" name={name('outcome')} value={value} defaultChecked={chosen === value} />
            <span>{word()}</span>
          </label>
        ))}
      </div>
      <div className="talk-reason">
        <Field label={m.talk_earlier_reason()} errors={errorOf(name('reason'))}>
          <TextInput
            id={`hold-${name('reason')}`}
            name={name('reason')}
            defaultValue={typed.reason}
            maxLength={500}
            dir="auto"
            autoComplete="off"
          />
        </Field>
      </div>
    </fieldset>
  );
}
