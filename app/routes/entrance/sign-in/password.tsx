import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { newPassword } from '#app/domain/access/passwords/credential.ts';
import { passwordLength } from '#app/domain/access/passwords/password-length.ts';
import { passwordOf } from '#app/domain/access/passwords/credential-reads.server.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { browserKind } from '#app/domain/access/sessions/browser-kind.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { keepSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { requireOwnDevice } from '../../guards.server.ts';
import { knownDevice } from '../trier.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_new_password_title() }];

const passwordForm = z
  .object({
    current: z.string({ error: 'missing' }).max(passwordLength.max, 'wrong'),
    fresh: newPassword,
    next: z.string().optional(),
  })
  .refine(({ current, fresh }) => current !== fresh, { path: ['fresh'], error: 'unchanged' });

const words: Record<string, () => string> = {
  missing: m.entrance_password_missing,
  wrong: m.entrance_current_password_wrong,
  unchanged: m.entrance_new_password_unchanged,
  'too-short': () => m.entrance_new_password_too_short({ min: passwordLength.min }),
  'too-long': () => m.entrance_new_password_too_long({ max: passwordLength.max }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireOwnDevice(args);
  const next = safePath(new URL(args.request.url).searchParams.get('next'));
  const company = await readCompany(reader);
  return { mustChange: actor.mustChangePassword, next, name: company?.name };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireOwnDevice(args);
  const { actor } = session;
  const submission = await parseForm(args.request, passwordForm);
  const hideFields = ['current', 'fresh'];
  const word = (code: string) => (words[code] ?? m.entrance_current_password_wrong)();
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply({ hideFields }), word) }, { status: 422 });
  }
  const { current, fresh, next } = submission.value;
  const counted = await countTry(limits.ownPassword(session.id));
  if ('refused' in counted) {
    const reply = submission.reply({ formErrors: ['too-many'], hideFields });
    const wait = () => m.entrance_too_many_tries({ count: counted.minutes });
    return data({ reply: wordReply(reply, wait) }, { status: 429 });
  }
  const stored = await passwordOf(reader, actor.id);
  if (!(await verifyPassword(stored?.secretHash ?? null, current))) {
    const reply = submission.reply({ fieldErrors: { current: ['wrong'] }, hideFields });
    return data({ reply: wordReply(reply, word) }, { status: 422 });
  }
  await counted.takeBack();
  const secretHash = await hashPassword(fresh);
  const { strong } = session;
  const browser = browserKind(args.request.headers.get('User-Agent'));
  const opened = await transact(async (tx) => {
    const set = await setPassword(tx, actor, { personId: actor.id, secretHash, keepSessionId: session.id });
    if ('refused' in set) return set;
    const opening = {
      personId: actor.id,
      method: 'password',
      endSessionId: session.id,
      browser,
      strong,
    } as const;
    return openSession(tx, actor, opening);
  });
  if ('refused' in opened) throw redirect('/sign-in', 303);
  const headers = new Headers();
  headers.append('Set-Cookie', await keepSessionToken(opened.token, opened.expiresAt));
  headers.append('Set-Cookie', await knownDevice(args.request, actor.id));
  throw redirect(safePath(next), { status: 303, headers });
}

export default function Password() {
  const { mustChange, next, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ current: string; fresh: string }>({
    id: 'password',
    lastResult: answer?.reply,
  });
  const secret = { type: 'password', value: false } as const;
  return (
    <NarrowPage
      name={name ?? m.app_name()}
      line={m.app_footer()}
      title={m.entrance_new_password_title()}
      lead={mustChange ? m.entrance_new_password_must() : m.entrance_new_password_lead()}
    >
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} />
        <input type="hidden" name="next" value={next} />
        <Field label={m.entrance_current_password()} errors={fields.current.errors} required>
          <PasswordInput {...getInputProps(fields.current, secret)} autoComplete="current-password" />
        </Field>
        <Field
          label={m.entrance_new_password()}
          hint={m.entrance_new_password_hint({ min: passwordLength.min })}
          errors={fields.fresh.errors}
          required
        >
          <PasswordInput {...getInputProps(fields.fresh, secret)} autoComplete="new-password" />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.entrance_new_password_button()}</SubmitOnce>
        </div>
      </form>
    </NarrowPage>
  );
}
