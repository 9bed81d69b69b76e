import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeSession } from '#app/domain/access/sessions/close-session.server.ts';
import type { RegisterTabletRefusal } from '#app/domain/access/tablets/register-tablet.server.ts';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import { revokeTablet } from '#app/domain/access/tablets/revoke-tablet.server.ts';
import { mayKeepTablet, newTablet } from '#app/domain/access/tablets/tablet.ts';
import { departmentTree } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { dropSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import type { Guarded } from '../../guards.server.ts';
import { notFound, requireSession } from '../../guards.server.ts';
import { keepTabletToken } from '../../tablet-cookie.server.ts';
import { tabletOf } from './tablet-guard.server.ts';

export const meta: MetaFunction = () => [{ title: m.tablet_set_up_title() }];

/** Who is signed in, and the departments they may set a tablet up for. */
async function requireKeeper(args: Guarded) {
  const session = await requireSession(args);
  const departments = departmentTree(await readDepartments(reader)).filter(({ id }) =>
    mayKeepTablet(session.actor, id),
  );
  return departments.length > 0 ? { session, departments } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { departments } = await requireKeeper(args);
  const before = await tabletOf(args.request);
  const least = Math.min(...departments.map(({ depth }) => depth));
  const options = departments.map(({ id, name, depth }) => ({
    value: id,
    label: '\u2003'.repeat(depth - least) + name,
  }));
  return { options, before: before?.name ?? null };
}

const refusals: Record<RegisterTabletRefusal, () => string> = {
  'not-allowed': m.tablet_department_missing,
  'unknown-department': m.tablet_department_missing,
};

const words: Record<string, Record<string, () => string>> = {
  name: { 'too-long': m.tablet_name_too_long },
  departmentId: { missing: m.tablet_department_missing, ...refusals },
};

export async function action(args: ActionFunctionArgs) {
  const { session } = await requireKeeper(args);
  const { actor } = session;
  const submission = await parseForm(args.request, newTablet);
  const word = (code: string, field: string) => (words[field]?.[code] ?? m.tablet_name_missing)();
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
  }
  const before = await tabletOf(args.request);
  const registered = await transact(async (tx) => {
    const made = await registerTablet(tx, actor, submission.value);
    if ('refused' in made) return made;
    // What the device was until now, it is no more; where that is not theirs to say, only its cookie goes.
    if (before) await revokeTablet(tx, actor, { tabletId: before.id });
    await closeSession(tx, actor, { sessionId: session.id });
    return made;
  });
  if ('refused' in registered) {
    const reply = submission.reply({ fieldErrors: { departmentId: [registered.refused] } });
    return data({ reply: wordReply(reply, word) }, { status: 422 });
  }
  const headers = new Headers({ 'Set-Cookie': await keepTabletToken(registered.token) });
  headers.append('Set-Cookie', await dropSessionToken());
  throw redirect('/tablet', { status: 303, headers });
}

export default function SetUpTablet() {
  const { options, before } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string; departmentId: string }>({
    id: 'tablet',
    lastResult: answer?.reply,
  });
  return (
    <>
      <PageHead title={m.tablet_set_up_title()} lead={m.tablet_set_up_lead()} />
      {before && <p className="prose mb-8">{m.tablet_set_up_before({ name: before })}</p>}
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <Field label={m.tablet_name()} hint={m.tablet_name_hint()} errors={fields.name.errors} required>
          <TextInput {...getInputProps(fields.name, { type: 'text' })} autoComplete="off" maxLength={60} />
        </Field>
        <Field
          label={m.tablet_department()}
          hint={m.tablet_department_hint()}
          errors={fields.departmentId.errors}
          required
        >
          <Select
            {...getSelectProps(fields.departmentId)}
            options={options}
            empty={options.length > 1 ? m.tablet_department_choose() : undefined}
          />
        </Field>
        <p className="soft">{m.tablet_set_up_then()}</p>
        <div className="form-end">
          <SubmitOnce>{m.tablet_set_up_button()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
