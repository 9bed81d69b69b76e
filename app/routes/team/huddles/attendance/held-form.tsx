import type { SubmissionResult } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';
import type { Attendance } from './attendance.server.ts';

type Props = { attendance: Attendance; reply: SubmissionResult<string[]> | undefined; again: boolean };

/** All that a head is asked: the day, and who was there. Everybody is, until they are taken out. */
export function HeldForm({ attendance, reply, again }: Props) {
  const typed = reply?.initialValue as { heldOn?: string; people?: string | string[] } | undefined;
  const ticked = typed && new Set([typed.people ?? []].flat());
  const errors = (name: string) => reply?.error?.[name] ?? undefined;
  const summary = ['heldOn', 'people'].flatMap((name) =>
    (errors(name) ?? []).map((message) => ({ message, fieldId: `held-${name}` })),
  );
  return (
    <form method="post" action="?" className="form" noValidate>
      <div>
        <h2 id="huddle-held">{m.huddle_form_title()}</h2>
        <p className="soft mt-2">{m.huddle_form_lead()}</p>
      </div>
      <FormErrors errors={summary} answer={reply} />
      <Field label={m.huddle_form_day()} errors={errors('heldOn')} required>
        <DateInput
          id="held-heldOn"
          name="heldOn"
          defaultValue={typed?.heldOn ?? attendance.day}
          min={attendance.first}
          max={attendance.last}
        />
      </Field>
      <div className="huddle-people">
        <ChoiceGroup id="held-people" legend={m.huddle_form_people()} errors={errors('people')}>
          {attendance.people.map(({ personId, name, department, isOff, ...person }) => (
            <CheckChoice
              key={personId}
              name="people"
              value={personId}
              defaultChecked={ticked ? ticked.has(personId) : person.ticked}
              label={<span dir="auto">{name}</span>}
              note={[department, isOff && m.huddle_form_off()].filter(Boolean).join(' · ') || undefined}
            />
          ))}
        </ChoiceGroup>
      </div>
      {attendance.people.length === 0 && <p className="soft">{m.huddle_people_none()}</p>}
      <div className="form-end">
        <SubmitOnce>{again ? m.huddle_form_again() : m.huddle_form_button()}</SubmitOnce>
      </div>
    </form>
  );
}
