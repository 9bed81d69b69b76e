import type { SubmissionResult } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';

/** What was typed into a field of a line, before the form came back. */
export function typedIn(
  reply: SubmissionResult<string[]> | undefined,
  list: string,
  at: number,
): Record<string, string> {
  const lines: unknown = reply?.initialValue?.[list];
  const line: unknown = Array.isArray(lines) ? lines[at] : undefined;
  return typeof line === 'object' && line !== null ? (line as Record<string, string>) : {};
}

type Props = {
  at: number;
  reply: SubmissionResult<string[]> | undefined;
  errorOf: (name: string) => string[] | undefined;
  owners: SelectOption[];
  dueOn: string;
};

/** One thing that was agreed: what, who, by when. Left empty, it is nothing. */
export function AgreedLine({ at, reply, errorOf, owners, dueOn }: Props) {
  const name = (field: string) => `agreed[${at}].${field}`;
  const typed = typedIn(reply, 'agreed', at);
  return (
    <fieldset className="talk-agreed">
      <legend className="small soft">{m.talk_agreed_number({ number: at + 1 })}</legend>
      <Field label={m.talk_agreed_what()} errors={errorOf(name('text'))}>
        <TextInput
          id={`hold-${name('text')}`}
          name={name('text')}
          defaultValue={typed.text}
          maxLength={300}
          dir="auto"
          autoComplete="off"
        />
      </Field>
      <div className="talk-when">
        <Field label={m.action_owner()} errors={errorOf(name('ownerId'))}>
          <Select
            id={`hold-${name('ownerId')}`}
            name={name('ownerId')}
            options={owners}
            empty={m.talk_agreed_nobody()}
            defaultValue={typed.ownerId ?? ''}
          />
        </Field>
        <Field label={m.action_due()} errors={errorOf(name('dueOn'))}>
          <DateInput id={`hold-${name('dueOn')}`} name={name('dueOn')} defaultValue={typed.dueOn ?? dueOn} />
        </Field>
      </div>
    </fieldset>
  );
}
