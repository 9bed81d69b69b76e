import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { removeSecondFactor } from '#app/domain/access/second-factor/remove-second-factor.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { AccountCrumbs } from './account-crumbs.tsx';
import { ProofForm, proofForm, wordProof } from './proof-form.tsx';
import { proveAgain } from './prove-again.server.ts';
import { requireFactor } from './require-factor.server.ts';

export const meta: MetaFunction = () => [{ title: m.factor_off_title() }];

const home = '/account/second-factor';

export async function loader(args: LoaderFunctionArgs) {
  await requireFactor(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireFactor(args);
  const { actor } = session;
  const submission = await parseForm(args.request, proofForm);
  const refuse = (code?: string) => {
    const fieldErrors = code ? { password: [code] } : undefined;
    const reply = wordReply(submission.reply({ fieldErrors, hideFields: ['password'] }), wordProof);
    return data({ reply }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const proved = await proveAgain(session, submission.value.password);
  if ('refused' in proved) return refuse(proved.refused);
  const input = { personId: actor.id, keepSessionId: session.id };
  await transact((tx) => removeSecondFactor(tx, actor, input));
  throw redirect(`${home}?saved=off`, 303);
}

export default function TurnOffSecondFactor() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountCrumbs below="second-factor" here={m.factor_off_title()} />
      <PageHead title={m.factor_off_title()} lead={m.factor_off_lead()} />
      <ProofForm reply={answer?.reply} button={m.factor_off_button()} />
    </>
  );
}
