import { route } from '@remix-run/route-config';

const company = [
  route('admin', 'routes/admin/overview/overview.tsx'),
  route('admin/company', 'routes/admin/company/company.tsx'),
  route('admin/company/logo', 'routes/admin/company/logo.tsx'),
  route('admin/company/logo/remove', 'routes/admin/company/remove-logo.tsx'),
  route('admin/roles', 'routes/admin/roles/roles.tsx'),
  route('admin/roles/new', 'routes/admin/roles/new-role.tsx'),
  route('admin/roles/:grant/take', 'routes/admin/roles/take-role.tsx'),
];

const jobs = [
  route('admin/jobs', 'routes/admin/jobs/jobs.tsx'),
  route('admin/jobs/reactions/:reaction/:seq/run-again', 'routes/admin/jobs/run-again.tsx'),
  route('admin/jobs/recurring/:job/run-now', 'routes/admin/jobs/run-now.tsx'),
  route('admin/mailbox', 'routes/admin/mailbox/mailbox.tsx'),
  route('admin/mailbox/:mail', 'routes/admin/mailbox/mail.tsx'),
  route('admin/mailbox/:mail/send-again', 'routes/admin/mailbox/send-again.tsx'),
];

const audit = [
  route('admin/audit', 'routes/admin/audit/audit.tsx'),
  route('admin/audit/check', 'routes/admin/audit/check-chain.tsx'),
  route('admin/backups', 'routes/admin/backups/backups.tsx'),
  route('admin/backups/new', 'routes/admin/backups/new-backup.tsx'),
];

export const admin = [...company, ...jobs, ...audit];
