import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { revokeRole } from '#app/domain/access/revoke-role.server.ts';
import { readHeldRoles } from '#app/domain/access/role-reads.server.ts';
import { grantableRoles } from '#app/domain/actor/role-grants.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { roleNames } from './role-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: m.admin_role_take_title({ name: loaded?.name ?? '' }) },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin', 'hr');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const held = await readHeldRoles(reader, { roles: grantableRoles(actor), timeZone: actor.siteTimeZone });
  const { name, role, since } =
    held.find(({ grantId, personId }) => grantId === args.params.grant && personId !== actor.id) ??
    notFound();
  return { name, role: roleNames[role](), since: formatDay(since, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin', 'hr');
  const grantId = args.params.grant ?? notFound();
  const revoked = await transact((tx) => revokeRole(tx, actor, { grantId }));
  if ('refused' in revoked) {
    if (revoked.refused === 'not-allowed') return notFound();
    return data({ error: m.admin_role_last_admin() }, { status: 422 });
  }
  throw redirect('/admin/roles?taken', 303);
}

export default function TakeRole() {
  const { name, role, since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={[{ to: '/admin/roles', label: m.admin_roles_title() }]} here={role} />
      <PageHead
        title={m.admin_role_take_title({ name })}
        lead={m.admin_role_take_lead({ name, role, since })}
      />
      <FormErrors errors={answer ? [{ message: answer.error }] : []} answer={answer} />
      <form method="post" className="form-end">
        <SubmitOnce>{m.admin_role_take()}</SubmitOnce>
        <QuietButton to="/admin/roles">{m.admin_role_take_keep()}</QuietButton>
      </form>
    </>
  );
}
