import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { confirmSecondFactor } from '#app/domain/access/second-factor/confirm-second-factor.server.ts';
import { drawBackupCodes } from '#app/domain/access/second-factor/draw-backup-codes.work.server.ts';
import { spacedCode } from '#app/domain/access/second-factor/factor.ts';
import {
  readSecondFactor,
  storedFactor,
} from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { totpAddress } from '#app/domain/access/second-factor/totp.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { qrCode } from '#app/platform/qr/qr-code.server.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { requireSession } from '../../guards.server.ts';
import { BackupCodes } from './backup-codes.tsx';
import { ConfirmForm } from './confirm-form.tsx';

export const meta: MetaFunction = () => [{ title: m.factor_confirm_title() }];

const home = '/account/second-factor';

const confirmForm = z
  .object({ code: z.string({ error: 'missing' }).max(40, 'wrong-code'), next: z.string().optional() })
  .strict();

const words: Record<string, () => string> = {
  missing: m.factor_code_missing,
  'too-many': m.factor_code_too_many,
};

/** Requests that have just turned it on: their answer is the codes, not the way back. */
const answered = new WeakSet<RequestContext>();

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSession(args);
  const next = safePath(new URL(args.request.url).searchParams.get('next'), home);
  if (answered.has(args.context)) return { next, app: null };
  const factor = await storedFactor(reader, actor.id);
  if (!factor?.secret || factor.confirmed) throw redirect(home);
  const company = await readCompany(reader);
  const card = await readPersonCard(reader, actor.id);
  const label = card?.email ?? card?.employeeNumber ?? actor.name;
  const address = totpAddress(factor.secret, { issuer: company?.name ?? m.app_name(), label });
  const groups = factor.secret.match(/.{1,4}/g)?.join(' ') ?? '';
  return { next, app: { qr: qrCode(address), groups, address } };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const { actor } = session;
  const { state } = await readSecondFactor(reader, actor.id);
  if (state !== 'begun') throw redirect(home, 303);
  const submission = await parseForm(args.request, confirmForm);
  const refuse = (code?: string) => {
    const fieldErrors = code ? { code: [code] } : undefined;
    const reply = wordReply(submission.reply({ fieldErrors, hideFields: ['code'] }), (at) =>
      (words[at] ?? m.factor_confirm_wrong)(),
    );
    return data({ reply, codes: null, next: home }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const tried = await countTry(limits.secondFactor(actor.id));
  if ('refused' in tried) return refuse('too-many');
  const { codes, hashes } = await drawBackupCodes(actor.id);
  const { code } = submission.value;
  const opened = await transact(async (tx) => {
    const confirmed = await confirmSecondFactor(tx, actor, { code, hashes });
    if ('refused' in confirmed) return confirmed;
    return openSession(tx, actor, { personId: actor.id, method: 'password', strong: true });
  });
  if ('refused' in opened) {
    if (opened.refused === 'wrong-code') return refuse('wrong-code');
    throw redirect(home, 303);
  }
  await tried.takeBack();
  answered.add(args.context);
  const headers = { 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) };
  const next = safePath(submission.value.next, home);
  return data({ reply: undefined, codes: codes.map(spacedCode), next }, { headers });
}

export default function ConfirmSecondFactor() {
  const { next, app } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.codes) return <BackupCodes title={m.factor_is_on()} codes={answer.codes} next={answer.next} />;
  return app && <ConfirmForm app={app} next={next} reply={answer?.reply} />;
}
