import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { startBackup } from '#app/domain/safekeeping/start-backup.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.audit_backups_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  // One that is being made already is the one that was asked for.
  startBackup(actor);
  throw redirect('/admin/backups', 303);
}

export default function NewBackup() {
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.audit_admin() },
          { to: '/admin/backups', label: m.audit_backups_title() },
        ]}
        here={m.audit_backups_new_title()}
      />
      <PageHead title={m.audit_backups_new_title()} lead={m.audit_backups_new_lead()} />
      <form method="post">
        <SubmitOnce>{m.audit_backups_start()}</SubmitOnce>
      </form>
    </>
  );
}
