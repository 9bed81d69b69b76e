import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { GrantRoleRefusal } from '#app/domain/access/grant-role.server.ts';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import { roles } from '#app/domain/actor/actor.ts';
import { grantableRoles } from '#app/domain/actor/role-grants.ts';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { roleNames } from './role-words.ts';

export const meta: MetaFunction = () => [{ title: m.admin_role_new_title() }];

const roleForm = z
  .object({
    /** By what they sign in with. */
    person: z.string({ error: 'person-missing' }).trim().min(1, 'person-missing').max(254, 'unknown-person'),
    role: z.enum(roles, 'role-missing'),
  })
  .strict();

type RefusalHere = GrantRoleRefusal | 'unknown-person';

const refusedAt: Record<RefusalHere, 'person' | 'role'> = {
  'unknown-person': 'person',
  'not-working-here': 'person',
  'not-allowed': 'role',
};

const words: Record<RefusalHere | 'person-missing' | 'role-missing', () => string> = {
  'person-missing': m.admin_role_person_missing,
  'role-missing': m.admin_role_missing,
  'unknown-person': m.admin_role_unknown_person,
  'not-working-here': m.admin_role_not_working_here,
  'not-allowed': m.admin_role_not_allowed,
};

const isWorded = (code: string): code is keyof typeof words => Object.hasOwn(words, code);
const word = (code: string) => (isWorded(code) ? words[code] : m.admin_mistake_not_understood)();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin', 'hr');
  return { roles: grantableRoles(actor).map((role) => ({ value: role, label: roleNames[role]() })) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin', 'hr');
  const submission = await parseForm(args.request, roleForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
  }
  const { person, role } = submission.value;
  const personId = await findColleague(reader, person);
  const granted = personId
    ? await transact((tx) => grantRole(tx, actor, { personId, role }))
    : ({ refused: 'unknown-person' } as const);
  if ('refused' in granted) {
    const reply = submission.reply({ fieldErrors: { [refusedAt[granted.refused]]: [granted.refused] } });
    return data({ reply: wordReply(reply, word) }, { status: 422 });
  }
  throw redirect(`/admin/roles?given=${personId}`, 303);
}

export default function NewRole() {
  const { roles: choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ person: string; role: string }>({
    id: 'role',
    lastResult: answer?.reply,
    defaultValue: { role: choices.length === 1 ? choices[0]?.value : undefined },
  });
  return (
    <>
      <Breadcrumb
        items={[{ to: '/admin/roles', label: m.admin_roles_title() }]}
        here={m.admin_role_new_title()}
      />
      <PageHead title={m.admin_role_new_title()} lead={m.admin_role_new_lead()} />
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <Field
          label={m.admin_role_new_person()}
          hint={m.admin_role_new_person_hint()}
          errors={fields.person.errors}
          required
        >
          <TextInput
            {...getInputProps(fields.person, { type: 'text' })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
        </Field>
        <Field label={m.admin_role_new_role()} errors={fields.role.errors} required>
          <Select {...getSelectProps(fields.role)} options={choices} empty={m.admin_role_missing()} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.admin_role_new_send()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
