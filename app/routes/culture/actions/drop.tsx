import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dropReason } from '#app/domain/action-items/action-item.ts';
import { settleAction } from '#app/domain/action-items/settle-action.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requirePerson } from '../../guards.server.ts';
import { findAction } from './find-action.server.ts';

export const meta: MetaFunction = () => [{ title: m.action_drop_title() }];

const dropForm = z.object({ reason: dropReason }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { shown, back } = await findAction(actor, args);
  return { text: shown.text, back };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePerson(args);
  const { line, back } = await findAction(actor, args);
  const submission = await parseForm(args.request, dropForm);
  if (submission.status !== 'success') {
    const code = submission.error?.reason?.[0] ?? 'missing';
    return data({ mistake: code, typed: String(submission.payload.reason ?? '') }, { status: 422 });
  }
  const { reason } = submission.value;
  const said = await transact((tx) =>
    settleAction(tx, actor, { actionId: line.id, outcome: 'dropped', reason }),
  );
  if ('refused' in said) return notFound();
  throw redirect(back, 303);
}

export default function Drop() {
  const { text, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mistake =
    answer && (answer.mistake === 'too-long' ? m.action_reason_too_long() : m.action_reason_missing());
  return (
    <>
      <Breadcrumb items={[{ to: '/actions', label: m.action_mine() }]} />
      <PageHead eyebrow={m.action_drop_title()} title={text} />
      <form method="post" className="form" noValidate>
        <Field label={m.action_reason()} hint={m.action_reason_hint()} errors={mistake} required>
          <TextArea name="reason" rows={3} maxLength={500} defaultValue={answer?.typed} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.action_drop()}</SubmitOnce>
          <QuietButton to={back}>{m.action_leave()}</QuietButton>
        </div>
      </form>
    </>
  );
}
