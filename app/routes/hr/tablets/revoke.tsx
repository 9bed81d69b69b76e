import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { revokeTablet } from '#app/domain/access/tablets/revoke-tablet.server.ts';
import { readTablet } from '#app/domain/access/tablets/tablet-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.tablet_revoke_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  return (await readTablet(reader, args.params.tablet ?? '')) ?? notFound();
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const revoked = await transact((tx) => revokeTablet(tx, actor, { tabletId: args.params.tablet ?? '' }));
  if ('refused' in revoked) return notFound();
  throw redirect('/hr/tablets?saved=revoked', 303);
}

export default function RevokeTablet() {
  const { name, department } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/tablets', label: m.tablet_list_title() },
        ]}
        here={name}
      />
      <PageHead eyebrow={m.tablet_revoke_title()} title={name} lead={m.tablet_revoke_lead({ department })} />
      <form method="post" className="actions">
        <SubmitOnce>{m.tablet_revoke_button()}</SubmitOnce>
        <QuietButton to="/hr/tablets">{m.tablet_revoke_keep()}</QuietButton>
      </form>
    </>
  );
}
