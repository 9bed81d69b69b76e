import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { acceptCode } from '#app/domain/access/second-factor/accept-code.server.ts';
import { refuseSecondFactor } from '#app/domain/access/second-factor/refuse-second-factor.server.ts';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import type { SignInAgain } from '../../guards.server.ts';
import { currentSession } from '../../guards.server.ts';
import { SendNow } from '../sign-in/send-now.tsx';
import { deviceKnownTo, knownDevice } from '../trier.server.ts';
import { CodePage } from './code-form.tsx';
import { dropPending, readPending } from './pending-cookie.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.factor_code_title() }];

const codeForm = z.object({
  code: z.string({ error: 'missing' }).max(40, 'wrong'),
  next: z.string().optional(),
});

const words: Record<string, () => string> = {
  missing: m.factor_code_missing,
  'too-many': m.factor_code_too_many,
};

const signInPath = (next: string) =>
  next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get('next'));
  if (!(await readPending(request))) throw redirect(signInPath(next));
  const company = await readCompany(reader);
  return { name: company?.name ?? m.app_name(), next };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const pending = await readPending(request);
  const form = await request.clone().formData();
  const carried = unpackCarried(form);
  const next = safePath(form.get('next'));
  if (!pending) {
    if (carried) throw data({ signInAgain: carried } satisfies SignInAgain, { status: 401 });
    throw redirect(signInPath(next), 303);
  }
  const submission = await parseForm(request, codeForm);
  const refuse = (code?: 'wrong' | 'too-many') => {
    const fieldErrors = code ? { code: [code] } : undefined;
    const reply = wordReply(submission.reply({ fieldErrors, hideFields: ['code'] }), (at) =>
      (words[at] ?? m.factor_code_wrong)(),
    );
    return data({ reply, carried, sendNow: null, next }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const { personId, method, browser } = pending;
  const tried = await countTry(limits.secondFactor(personId, await deviceKnownTo(request, personId)));
  if ('refused' in tried) return refuse('too-many');
  const before = await currentSession(args);
  const { code } = submission.value;
  const opened = await transact(async (tx) => {
    const accepted = await acceptCode(tx, system, { personId, code });
    if ('refused' in accepted) return accepted;
    return openSession(tx, system, { personId, method, browser, endSessionId: before?.id, strong: true });
  });
  if ('refused' in opened) {
    await transact((tx) => refuseSecondFactor(tx, system, { personId }));
    return refuse('wrong');
  }
  await tried.takeBack();
  const headers = new Headers({ 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) });
  headers.append('Set-Cookie', await dropPending());
  if (method !== 'sample') headers.append('Set-Cookie', await knownDevice(request, personId));
  if (!carried) throw redirect(next, { status: 303, headers });
  return data({ reply: undefined, carried: null, sendNow: carried, next }, { headers });
}

export default function Code() {
  const { name, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sendNow) return <SendNow name={name} carried={answer.sendNow} />;
  return <CodePage name={name} reply={answer?.reply} carried={answer?.carried} next={answer?.next ?? next} />;
}
