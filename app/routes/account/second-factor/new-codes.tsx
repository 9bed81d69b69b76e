import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { drawBackupCodes } from '#app/domain/access/second-factor/draw-backup-codes.work.server.ts';
import { spacedCode } from '#app/domain/access/second-factor/factor.ts';
import { makeBackupCodes } from '#app/domain/access/second-factor/make-backup-codes.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { AccountCrumbs } from './account-crumbs.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { ProofForm, proofForm, wordProof } from './proof-form.tsx';
import { proveAgain } from './prove-again.server.ts';
import { requireFactor } from './require-factor.server.ts';

export const meta: MetaFunction = () => [{ title: m.factor_new_codes_title() }];

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
    return data({ reply, codes: null }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const proved = await proveAgain(session, submission.value.password);
  if ('refused' in proved) return refuse(proved.refused);
  const { codes, hashes } = await drawBackupCodes(actor.id);
  const made = await transact((tx) => makeBackupCodes(tx, actor, { hashes }));
  if ('refused' in made) throw redirect(home, 303);
  return data({ reply: undefined, codes: codes.map(spacedCode) });
}

export default function NewBackupCodes() {
  const answer = useActionData<typeof action>();
  if (answer?.codes)
    return <BackupCodes title={m.factor_new_codes_made()} codes={answer.codes} next={home} />;
  return (
    <>
      <AccountCrumbs below="second-factor" here={m.factor_new_codes_title()} />
      <PageHead title={m.factor_new_codes_title()} lead={m.factor_new_codes_lead()} />
      <ProofForm reply={answer?.reply} button={m.factor_new_codes_button()} />
    </>
  );
}
