import type { SubmissionResult } from '@conform-to/react';
import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { hasPin } from '#app/domain/access/pins/pin-reads.server.ts';
import { isTooSimple, typedPin } from '#app/domain/access/pins/pin.ts';
import { setPin } from '#app/domain/access/pins/set-pin.server.ts';
import { hasSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { PinField } from '#app/ui/codes/pin-field.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { PasswordInput } from '#app/ui/form/password-input.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireSession } from '../../guards.server.ts';
import { AccountCrumbs } from '../second-factor/account-crumbs.tsx';
import { typedProof, wordProof } from '../second-factor/proof-form.tsx';
import { proveAgain } from '../second-factor/prove-again.server.ts';

export const meta: MetaFunction = () => [{ title: m.tablet_my_pin_title() }];

const pinForm = z.object({ password: typedProof, pin: typedPin }).strict();

const pinWords: Record<string, () => string> = {
  missing: m.tablet_my_pin_missing,
  'not-six-digits': m.tablet_pin_not_six,
  'too-simple': m.tablet_my_pin_simple,
};

const word = (code: string, field: string) =>
  field === 'pin' ? (pinWords[code] ?? m.tablet_pin_not_six)() : wordProof(code);

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSession(args);
  return {
    has: await hasPin(reader, actor.id),
    withCode: await hasSecondFactor(reader, actor.id),
    saved: new URL(args.request.url).searchParams.get('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const { actor } = session;
  const submission = await parseForm(args.request, pinForm);
  const refuse = (fieldErrors?: Record<string, string[]>) => {
    const reply = wordReply(submission.reply({ fieldErrors, hideFields: ['password', 'pin'] }), word);
    return data({ reply }, { status: 422 });
  };
  if (submission.status !== 'success') return refuse();
  const { password, pin } = submission.value;
  const card = await readPersonCard(reader, actor.id);
  if (isTooSimple(pin, card?.employeeNumber ?? null)) return refuse({ pin: ['too-simple'] });
  const proved = await proveAgain(session, password);
  if ('refused' in proved) return refuse({ password: [proved.refused] });
  const secretHash = await hashPassword(pin);
  await transact((tx) => setPin(tx, actor, { secretHash }));
  throw redirect('/account/pin?saved=set', 303);
}

export default function MyPin() {
  const { has, withCode, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountCrumbs here={m.tablet_my_pin_title()} />
      {saved === 'set' && <Notice tone="good">{m.tablet_my_pin_set()}</Notice>}
      {saved === 'off' && <Notice tone="good">{m.tablet_my_pin_removed()}</Notice>}
      <PageHead title={m.tablet_my_pin_title()} lead={m.tablet_my_pin_lead()} />
      {has && <p className="prose mb-8">{m.tablet_my_pin_has()}</p>}
      <PinForm reply={answer?.reply} withCode={withCode} has={has} />
    </>
  );
}

function PinForm(props: { reply?: SubmissionResult<string[]>; withCode: boolean; has: boolean }) {
  const { reply, withCode, has } = props;
  const [form, fields] = useForm<{ password: string; pin: string }>({ id: 'pin', lastResult: reply });
  return (
    <form {...getFormProps(form)} method="post" noValidate className="form">
      <FormErrors errors={errorSummary(form)} answer={reply} />
      <PinField
        label={m.tablet_my_pin_field()}
        hint={m.tablet_my_pin_hint()}
        errors={fields.pin.errors}
        input={getInputProps(fields.pin, { type: 'text', value: false })}
      />
      <Field
        label={withCode ? m.factor_proof() : m.factor_proof_password()}
        hint={m.factor_proof_hint()}
        errors={fields.password.errors}
        required
      >
        <PasswordInput
          {...getInputProps(fields.password, { type: 'password', value: false })}
          autoComplete="current-password"
        />
      </Field>
      <div className="form-end">
        <SubmitOnce>{has ? m.tablet_my_pin_change() : m.tablet_my_pin_button()}</SubmitOnce>
        {has && <Link to="/account/pin/off">{m.tablet_my_pin_off_title()}</Link>}
      </div>
    </form>
  );
}
