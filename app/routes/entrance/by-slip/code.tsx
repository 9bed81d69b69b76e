import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import { ChooseForm } from '../choose-password/choose-form.tsx';
import { CodeForm } from './code-form.tsx';
import { checkSlipCode } from './slip-code.server.ts';
import { slipCode, wordCode } from './slip-code.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_code_title() }];

export async function loader({ request }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  return { company: company.name, next: safePath(new URL(request.url).searchParams.get('next')) };
}

export async function action(args: ActionFunctionArgs) {
  if (!(await readCompany(reader))) throw redirect('/first-run');
  const form = await args.request.clone().formData();
  const carried = unpackCarried(form);
  const next = safePath(form.get('next'));
  const asked = { reply: undefined, carried, next, right: null };
  // Somebody who brings a form along has not been asked yet.
  if (carried && !form.has('email')) return data(asked);
  const submission = await parseForm(args.request, slipCode);
  const refuse = (status: 422 | 429, code: 'wrong' | 'too-many' | null, minutes = 0) => {
    const hideFields = ['code'];
    const reply = submission.reply(code ? { formErrors: [code], hideFields } : { hideFields });
    return data({ ...asked, reply: wordReply(reply, wordCode(minutes)) }, { status });
  };
  if (submission.status !== 'success') return refuse(422, null);
  const { email, code } = submission.value;
  const checked = await checkSlipCode(args, { email, code });
  if ('ok' in checked) return data({ ...asked, right: { email, code } });
  return 'minutes' in checked ? refuse(429, 'too-many', checked.minutes) : refuse(422, 'wrong');
}

export default function Code() {
  const { company, next: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // The form is sent to an address without a query.
  const next = answer?.next ?? asked;
  const right = answer?.right;
  return (
    <NarrowPage
      name={company}
      line={m.app_footer()}
      title={right ? m.entrance_choose_title() : m.entrance_code_title()}
      lead={right ? m.entrance_choose_lead() : m.entrance_code_lead()}
    >
      {right ? (
        <ChooseForm
          action="/code/password"
          signInName={right.email}
          code={right.code}
          next={next}
          carried={answer.carried}
        />
      ) : (
        <CodeForm reply={answer?.reply} next={next} carried={answer?.carried} />
      )}
    </NarrowPage>
  );
}
