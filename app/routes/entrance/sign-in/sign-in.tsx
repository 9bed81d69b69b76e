import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { system } from '#app/domain/actor/actor.ts';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import { currentSession } from '../../guards.server.ts';
import { CodePage } from '../second-factor/code-form.tsx';
import { trierOf } from '../trier.server.ts';
import { finishSignIn } from './finish-sign-in.server.ts';
import { OtherWays } from './other-ways.tsx';
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

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  answered.add(context);
  const form = await request.clone().formData();
  const carried = unpackCarried(form);
  const next = safePath(form.get('next'));
  const submission = await parseForm(request, signIn);
  const refuse = (status: 422 | 429, code: 'wrong' | 'too-many' | null, minutes = 0) => {
    const hideFields = ['password'];
    const reply = submission.reply(code ? { formErrors: [code], hideFields } : { hideFields });
    const tooMany = () => m.entrance_too_many_tries({ count: minutes });
    const word = (at: string, field: string) =>
      at === 'too-many' ? tooMany() : (words[field]?.[at] ?? m.entrance_sign_in_wrong)();
    return data({ reply: wordReply(reply, word), carried, next, askCode: null, sendNow: null }, { status });
  };
  if (submission.status !== 'success') return refuse(422, null);
  const { email, password } = submission.value;
  const { account, trier } = await trierOf(args, email);
  const counted = await countTry(limits.password(trier));
  if ('refused' in counted) return refuse(429, 'too-many', counted.minutes);
  const isRight = await verifyPassword(account?.password?.secretHash ?? null, password);
  const personId = account?.personId ?? null;
  const finished =
    isRight && personId ? await finishSignIn(args, { personId, method: 'password', next }) : null;
  if (!finished || 'refused' in finished) {
    await transact((tx) => refuseSignIn(tx, system, { personId }));
    return refuse(422, 'wrong');
  }
  await counted.takeBack();
  const { to, headers, asksForCode } = finished;
  if (!carried) throw redirect(to, { status: 303, headers });
  const onward = asksForCode ? { askCode: carried, sendNow: null } : { askCode: null, sendNow: carried };
  return data({ reply: undefined, carried: null, next, ...onward }, { headers });
}

export default function SignIn() {
  const company = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sendNow) return <SendNow name={company.name} carried={answer.sendNow} />;
  if (answer?.askCode) return <CodePage name={company.name} carried={answer.askCode} />;
  // The form is sent to an address without a query.
  const next = answer?.next ?? company.next;
  return (
    <NarrowPage
      name={company.name}
      line={m.app_footer()}
      title={m.entrance_sign_in_title()}
      lead={m.entrance_sign_in_lead()}
    >
      <SignInForm reply={answer?.reply} carried={answer?.carried} next={next} />
      <OtherWays carried={answer?.carried} next={next} />
      {company.sample && (
        <p className="mt-4">
          <a href="/sample">{m.entrance_sample_people_link()}</a>
        </p>
      )}
      <p className="soft small mt-4">
        <a className="inline-block py-2" href="/privacy">
          {m.app_privacy()}
        </a>
      </p>
    </NarrowPage>
  );
}
