import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { Link } from '@remix-run/react';
import type { z } from 'zod';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import type { holdingForm } from '#app/domain/culture/talks/meeting.ts';
import * as m from '#app/messages/generated/messages.js';
import { Fold } from '#app/ui/fold/fold.tsx';
import { QuietButton } from '#app/ui/form/button.tsx';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { AgreedLine } from './agreed-line.tsx';
import { EarlierAction } from './earlier-action.tsx';

export type HoldForm = z.input<typeof holdingForm>;

type Props = {
  reply: SubmissionResult<string[]> | undefined;
  home: string;
  kind: 'team' | 'guests';
  plan: string | null;
  exit: { text: string; lang: string } | null;
  people: { id: string; name: string }[];
  earlier: ShownAction[];
  /** What the date of something agreed begins with. */
  dueOn: string;
};

/** Lines that stand open at once, and those that unfold: as many as a talk ever needs, without a script. */
const linesAtOnce = 3;
const linesInAll = 8;

export function HoldFields({ reply, home, kind, plan, exit, people, earlier, dueOn }: Props) {
  const [form, fields] = useForm<HoldForm>({
    id: 'hold',
    lastResult: reply,
    defaultValue: { attended: people.map(({ id }) => id) },
  });
  // A form that was sent with nobody ticked holds no such field.
  const ticked: unknown = reply ? reply.initialValue?.attended : fields.attended.initialValue;
  const isTicked = (id: string) => (Array.isArray(ticked) ? ticked.includes(id) : ticked === id);
  const owners = people.map(({ id, name }) => ({ value: id, label: name }));
  const errorOf = (name: string) => form.allErrors[name];
  const line = (at: number) => (
    <AgreedLine key={at} at={at} reply={reply} errorOf={errorOf} owners={owners} dueOn={dueOn} />
  );
  const rest = Array.from({ length: linesInAll - linesAtOnce }, (_, index) => linesAtOnce + index);
  const hasMistake = rest.some((at) =>
    Object.keys(form.allErrors).some((name) => name.startsWith(`agreed[${at}]`)),
  );
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form talk-hold">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{m.talk_agreed_before()}</h2>
          {earlier.map((action, at) => (
            <EarlierAction key={action.id} at={at} action={action} reply={reply} errorOf={errorOf} />
          ))}
        </section>
      )}
      {plan && (
        <p>
          <Link className="plain-press" to={plan}>
            {m.talk_open_plan()}
          </Link>
        </p>
      )}
      <ChoiceGroup
        id={fields.attended.id}
        legend={m.talk_who_was_there()}
        hint={m.talk_who_was_there_hint()}
        errors={fields.attended.errors}
      >
        <div className="talk-who-list">
          {people.map(({ id, name }) => (
            <CheckChoice
              key={id}
              name={fields.attended.name}
              value={id}
              defaultChecked={isTicked(id)}
              label={<span dir="auto">{name}</span>}
            />
          ))}
        </div>
      </ChoiceGroup>
      {kind === 'guests' && (
        <Field label={m.talk_guests()} hint={m.talk_guests_hint()} errors={fields.guests.errors} optional>
          <TextInput
            {...getInputProps(fields.guests, { type: 'text' })}
            maxLength={1000}
            dir="auto"
            autoComplete="off"
          />
        </Field>
      )}
      <section aria-labelledby="agreed">
        <h2 id="agreed">{m.talk_agreed()}</h2>
        <p className="soft mb-4">{m.talk_agreed_hint()}</p>
        {Array.from({ length: linesAtOnce }, (_, at) => line(at))}
        <Fold title={m.talk_agreed_more()} open={hasMistake}>
          {rest.map(line)}
        </Fold>
      </section>
      {exit && (
        <div className="plan-ask">
          <p className="plan-word">{m.talk_exit_ask()}</p>
          <p lang={exit.lang} dir="auto">
            {exit.text}
          </p>
        </div>
      )}
      <div className="form-end">
        <SubmitOnce>{m.talk_hold_save()}</SubmitOnce>
        <QuietButton to={home}>{m.talk_leave()}</QuietButton>
      </div>
    </form>
  );
}
