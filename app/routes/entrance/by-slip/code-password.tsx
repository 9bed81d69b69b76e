import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import { CodePage } from '../second-factor/code-form.tsx';
import { SendNow } from '../sign-in/send-now.tsx';
import { ChooseForm } from '../choose-password/choose-form.tsx';
import { chosenPassword, wordChosen } from '../choose-password/chosen-password.ts';
import { CodeForm } from './code-form.tsx';
import { redeem } from '../choose-password/redeem.server.ts';
import { checkSlipCode } from './slip-code.server.ts';
import { slipCode, wordCode } from './slip-code.ts';
import { TooEarly } from '../choose-password/too-early.tsx';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_choose_title() }];

/** Requests with an answer to show. */
const answered = new WeakSet<RequestContext>();

/** Nobody comes here but from the code. */
export async function loader({ context }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  if (!answered.has(context)) throw redirect('/code');
  return { company: company.name };
}

const whole = slipCode.extend(chosenPassword.shape);
const nothing = {
  reply: undefined,
  carried: null,
  next: '/',
  right: null,
  startsOn: null,
  askCode: null,
  sendNow: null,
};

export async function action(args: ActionFunctionArgs) {
  if (!(await readCompany(reader))) throw redirect('/first-run');
  answered.add(args.context);
  const form = await args.request.clone().formData();
  const carried = unpackCarried(form);
  const next = safePath(form.get('next'));
  const submission = await parseForm(args.request, whole);
  if (submission.status !== 'success') {
    const typed = slipCode.safeParse(submission.payload);
    const right = typed.success ? typed.data : null;
    const reply = submission.reply({ hideFields: ['fresh', 'code'] });
    const word = right ? wordChosen : wordCode(0);
    return data({ ...nothing, reply: wordReply(reply, word), carried, next, right }, { status: 422 });
  }
  const { email, code } = submission.value;
  const refuse = (status: 422 | 429, why: 'wrong' | 'too-many', minutes = 0) => {
    const reply = submission.reply({ formErrors: [why], hideFields: ['fresh', 'code'] });
    return data({ ...nothing, reply: wordReply(reply, wordCode(minutes)), carried, next }, { status });
  };
  const checked = await checkSlipCode(args, { email, code });
  if ('minutes' in checked) return refuse(429, 'too-many', checked.minutes);
  if ('refused' in checked) return refuse(422, 'wrong');
  const redeemed = await redeem(args, checked.proof, submission.value);
  if (redeemed.stand === 'dead') return refuse(422, 'wrong');
  if (redeemed.stand === 'early') return data({ ...nothing, startsOn: redeemed.startsOn });
  const { to, headers, asksForCode } = redeemed;
  if (!carried) throw redirect(to, { status: 303, headers });
  return data({ ...nothing, ...(asksForCode ? { askCode: carried } : { sendNow: carried }) }, { headers });
}

export default function CodePassword() {
  const { company } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? nothing;
  const { reply, carried, next, right, startsOn, askCode, sendNow } = answer;
  if (sendNow) return <SendNow name={company} carried={sendNow} />;
  if (askCode) return <CodePage name={company} carried={askCode} />;
  if (startsOn) return <TooEarly name={company} startsOn={startsOn} />;
  return (
    <NarrowPage
      name={company}
      line={m.app_footer()}
      title={right ? m.entrance_choose_title() : m.entrance_code_title()}
      lead={right ? m.entrance_choose_lead() : m.entrance_code_lead()}
    >
      {right ? (
        <ChooseForm reply={reply} signInName={right.email} code={right.code} next={next} carried={carried} />
      ) : (
        <CodeForm reply={reply} next={next} carried={carried} />
      )}
    </NarrowPage>
  );
}
