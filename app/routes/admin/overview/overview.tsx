import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.admin_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  return null;
}

const ways = [
  { to: '/admin/company', title: m.admin_company_title, about: m.admin_overview_company },
  { to: '/admin/roles', title: m.admin_roles_title, about: m.admin_overview_roles },
  { to: '/admin/jobs', title: m.admin_overview_jobs_title, about: m.admin_overview_jobs },
  { to: '/admin/mailbox', title: m.admin_overview_mail_title, about: m.admin_overview_mail },
  { to: '/admin/audit', title: m.admin_overview_audit_title, about: m.admin_overview_audit },
  { to: '/admin/backups', title: m.admin_overview_backups_title, about: m.admin_overview_backups },
];

export default function Overview() {
  return (
    <>
      <PageHead eyebrow={m.admin_title()} title={m.admin_overview_title()} lead={m.admin_overview_lead()} />
      <ul className="lines max-w-wide">
        {ways.map(({ to, title, about }) => (
          <li key={to}>
            <h2>
              <Link to={to}>{title()}</Link>
            </h2>
            <p className="soft">{about()}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
