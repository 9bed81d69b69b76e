import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { setLogo } from '#app/domain/people/company/set-logo.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.admin_logo_remove_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  return { hasLogo: Boolean((await readCompany(reader))?.logo) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const set = await transact((tx) => setLogo(tx, actor, { image: null }));
  if ('refused' in set) return data({ error: m.admin_refused_not_allowed() }, { status: 422 });
  throw redirect('/admin/company/logo?done=removed', 303);
}

export default function RemoveLogo() {
  const { hasLogo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.admin_title() },
          { to: '/admin/company/logo', label: m.admin_logo_title() },
        ]}
        here={m.admin_logo_remove_title()}
      />
      <PageHead
        title={m.admin_logo_remove_title()}
        lead={hasLogo ? m.admin_logo_remove_lead() : m.admin_logo_none_to_remove()}
      />
      <FormErrors errors={answer ? [{ message: answer.error }] : []} answer={answer} />
      <form method="post" className="form-end">
        {hasLogo && <SubmitOnce>{m.admin_logo_remove()}</SubmitOnce>}
        <QuietButton to="/admin/company/logo">{m.admin_logo_keep()}</QuietButton>
      </form>
    </>
  );
}
