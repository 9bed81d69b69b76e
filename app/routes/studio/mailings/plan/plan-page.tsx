import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, useForm } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { AudienceFields } from './audience-fields.tsx';
import type { AudienceChoices } from './choices.server.ts';
import type { MailingForm } from './mailing-form.ts';
import { TimeFields, WordFields } from './plan-fields.tsx';

type Props = {
  choices: AudienceChoices;
  zone: string;
  /** Of a new one: which issue. */
  issue?: string;
  values: Partial<Record<keyof MailingForm, unknown>>;
  /** The readers, where they were counted. */
  counted: string[] | null;
  reply: SubmissionResult<string[]> | undefined;
  button: string;
};

/** All that is asked before a mailing: counting the readers shows the form again with what was typed. */
export function PlanForm({ choices, zone, issue, values, counted, reply, button }: Props) {
  const [form, fields] = useForm<Required<MailingForm>>({
    id: 'mailing',
    lastResult: reply,
    defaultValue: values as Required<MailingForm>,
  });
  const all = fields as unknown as Parameters<typeof WordFields>[0]['fields'];
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      {issue !== undefined && <input type="hidden" name="issue" value={issue} />}
      <WordFields fields={all} />
      <AudienceFields
        choices={choices}
        fields={all as unknown as Parameters<typeof AudienceFields>[0]['fields']}
      />
      {counted && (
        <Notice>
          {counted.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div>
        <QuietButton formMethod="get" formNoValidate name="count" value="yes">
          {m.mailing_count()}
        </QuietButton>
      </div>
      <TimeFields fields={all} zone={zone} />
      <div className="form-end">
        <SubmitOnce>{button}</SubmitOnce>
      </div>
    </form>
  );
}
