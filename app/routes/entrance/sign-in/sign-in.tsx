import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { system } from '#app/domain/actor/actor.ts';
import { findPassword } from '#app/domain/access/passwords/credential-reads.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import { currentSession } from '../../guards.server.ts';
import { SendNow } from './send-now.tsx';
import { SignInForm } from './sign-in-form.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_sign_in_title() }];

const signIn = z.object({
  email: z.string({ error: 'missing' }).trim().min(1, 'missing').max(254, 'wrong'),
  password: z.string({ error: 'missing' }).min(1, 'missing').max(200, 'wrong'),
  next: z.string().optional(),
});

const words: Record<string, Record<string, () => string>> = {
  email: { missing: m.entrance_sign_in_name_missing },
  password: { missing: m.entrance_password_missing },
};

/** Requests with an answer to show: whoever is signed in elsewhere by now must still get what they typed back. */
const answered = new WeakSet<RequestContext>();

export async function loader({ request, context }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  const next = safePath(new URL(request.url).searchParams.get('next'));
  if (!answered.has(context) && (await currentSession({ request, context }))) throw redirect(next);
  return { name: company.name, sample: company.sample, next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  answered.add(context);
  const carried = unpackCarried(await request.clone().formData());
  const submission = await parseForm(request, signIn);
  const refuse = (code: 'wrong' | null) => {
    const reply = code
      ? submission.reply({ formErrors: [code], hideFields: ['password'] })
      : submission.reply({ hideFields: ['password'] });
    const word = (at: string, field: string) => (words[field]?.[at] ?? m.entrance_sign_in_wrong)();
    return data({ reply: wordReply(reply, word), carried, sendNow: null }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse(null);
  const { email, password, next } = submission.value;
  const stored = await findPassword(reader, email);
  const isRight = await verifyPassword(stored?.secretHash ?? null, password);
  const before = await currentSession({ request, context });
  const opened =
    isRight && stored
      ? await transact((tx) =>
          openSession(tx, system, {
            personId: stored.personId,
            method: 'password',
            endSessionId: before?.id,
          }),
        )
      : null;
  if (!opened || 'refused' in opened) {
    await transact((tx) => refuseSignIn(tx, system, { personId: stored?.personId ?? null }));
    return refuse('wrong');
  }
  const headers = { 'Set-Cookie': await keepSessionToken(opened.token, opened.expiresAt) };
  if (!carried) throw redirect(safePath(next), { status: 303, headers });
  return data({ reply: undefined, carried: null, sendNow: carried }, { headers });
}

export default function SignIn() {
  const company = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sendNow) return <SendNow name={company.name} carried={answer.sendNow} />;
  return (
    <NarrowPage
      name={company.name}
      line={m.app_footer()}
      title={m.entrance_sign_in_title()}
      lead={m.entrance_sign_in_lead()}
    >
      <SignInForm reply={answer?.reply} carried={answer?.carried} next={company.next} />
      <p className="soft mt-6">
        {company.sample ? <a href="/sample">{m.entrance_sample_people_link()}</a> : m.entrance_sign_in_help()}
      </p>
    </NarrowPage>
  );
}
