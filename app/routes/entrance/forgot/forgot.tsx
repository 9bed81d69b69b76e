import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { askForReset } from '#app/domain/access/tokens/ask-for-reset.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { unpackCarried } from '../../carried-form.server.ts';
import type { PageHandle } from '../../frame.tsx';
import { CarriedFields } from '../sign-in/carried-fields.tsx';
import { trierOf } from '../trier.server.ts';
import { MailSent } from './mail-sent.tsx';
import { signInName } from '../sign-in-name.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_forgot_title() }];

const asked = z.object({ email: signInName, next: z.string().optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  return { company: company.name, next: safePath(new URL(request.url).searchParams.get('next')) };
}

export async function action(args: ActionFunctionArgs) {
  if (!(await readCompany(reader))) throw redirect('/first-run');
  const form = await args.request.clone().formData();
  const carried = unpackCarried(form);
  // Somebody who brings a form along has not been asked yet.
  if (carried && !form.has('email')) return data({ reply: undefined, carried, sent: false });
  const submission = await parseForm(args.request, asked);
  const refuse = (status: 422 | 429, minutes: number | null) => {
    const reply = submission.reply(minutes === null ? {} : { formErrors: ['too-many'] });
    const word = () =>
      minutes === null ? m.entrance_sign_in_name_missing() : m.entrance_forgot_too_many({ count: minutes });
    return data({ reply: wordReply(reply, word), carried, sent: false }, { status });
  };
  if (submission.status !== 'success') return refuse(422, null);
  const { email, next } = submission.value;
  const { trier } = await trierOf(args, email);
  const counted = await countTry(limits.reset(trier));
  if ('refused' in counted) return refuse(429, counted.minutes);
  await transact((tx) => askForReset(tx, system, { signInName: email }));
  const query = next && safePath(next) !== '/' ? `?next=${encodeURIComponent(safePath(next))}` : '';
  if (!carried) throw redirect(`/forgot/sent${query}`, 303);
  return data({ reply: undefined, carried, sent: true });
}

export default function Forgot() {
  const { company, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ email: string }>({ id: 'forgot', lastResult: answer?.reply });
  const carried = answer?.carried;
  if (answer?.sent) return <MailSent name={company} carried={carried} />;
  return (
    <NarrowPage
      name={company}
      line={m.app_footer()}
      title={m.entrance_forgot_title()}
      lead={m.entrance_forgot_lead()}
    >
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <input type="hidden" name="next" value={next} />
        {carried && <CarriedFields carried={carried} />}
        <Field label={m.entrance_sign_in_name()} errors={fields.email.errors} required>
          <TextInput
            {...getInputProps(fields.email, { type: 'text' })}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.entrance_forgot_button()}</SubmitOnce>
        </div>
      </form>
    </NarrowPage>
  );
}
