import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { howItWent, outcomeText } from '#app/domain/learning/commitments/outcome.ts';
import * as m from '#app/messages/generated/messages.js';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requirePerson } from '../../guards.server.ts';
import { answerCommitment, findCommitment } from './find-commitment.server.ts';
import { OutcomeForm } from './outcome-form.tsx';

export const meta: MetaFunction = () => [{ title: m.today_how() }];

const outcomeForm = z.object({ outcome: z.enum(howItWent), text: outcomeText }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  return findCommitment(actor, args);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requirePerson(args);
  await findCommitment(actor, args);
  const submission = await parseForm(args.request, outcomeForm);
  if (submission.status !== 'success') {
    const { error } = submission.reply();
    const typed = String(submission.payload.text ?? '');
    return data({ typed, tooLong: !!error?.text, unanswered: !!error?.outcome }, { status: 422 });
  }
  await answerCommitment(actor, args, submission.value);
  throw redirect('/commitments', 303);
}

export default function HowItWent() {
  const { id, text, when, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={[{ to: '/commitments', label: m.today_commitments() }]} />
      <PageHead eyebrow={when} title={m.today_quote({ text })} />
      <OutcomeForm
        id={id}
        typed={answer ? answer.typed : (said?.text ?? undefined)}
        errors={{
          text: answer?.tooLong ? m.today_how_sentence_too_long() : undefined,
          outcome: answer?.unanswered ? m.today_how_choose() : undefined,
        }}
      />
    </>
  );
}
