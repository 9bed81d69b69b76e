import type { Ailment, DoctorFinding } from '#app/domain/safekeeping/doctor/ailment.ts';
import * as m from '#app/messages/generated/messages.js';

type Detail = { detail: string };

const words: Record<Ailment, [what: (given: Detail) => string, cure: (given: Detail) => string]> = {
  'node-too-old': [m.cli_ailment_node_too_old, m.cli_cure_node_too_old],
  'folder-missing': [m.cli_ailment_folder_missing, m.cli_cure_folder_missing],
  'folder-unwritable': [m.cli_ailment_folder_unwritable, m.cli_cure_folder_unwritable],
  'folder-open': [m.cli_ailment_folder_open, m.cli_cure_folder_open],
  'disk-nearly-full': [m.cli_ailment_disk_nearly_full, m.cli_cure_disk_nearly_full],
  'lock-damaged': [m.cli_ailment_lock_damaged, m.cli_cure_lock_damaged],
  'no-database': [m.cli_ailment_no_database, m.cli_cure_no_database],
  'half-restored': [m.cli_ailment_half_restored, m.cli_cure_half_restored],
  'log-missing': [m.cli_ailment_log_missing, m.cli_cure_log_missing],
  'sqlite-too-old': [m.cli_ailment_sqlite_too_old, m.cli_cure_sqlite_too_old],
  journal: [m.cli_ailment_journal, m.cli_cure_journal],
  damaged: [m.cli_ailment_damaged, m.cli_cure_damaged],
  'unknown-migration': [m.cli_ailment_unknown_migration, m.cli_cure_unknown_migration],
  'changed-migration': [m.cli_ailment_changed_migration, m.cli_cure_changed_migration],
  'pending-migration': [m.cli_ailment_pending_migration, m.cli_cure_pending_migration],
  'guard-missing': [m.cli_ailment_guard_missing, m.cli_cure_guard_missing],
  'chain-broken': [m.cli_ailment_chain_broken, m.cli_cure_chain_broken],
  'version-altered': [m.cli_ailment_version_altered, m.cli_cure_version_altered],
  'events-lost': [m.cli_ailment_events_lost, m.cli_cure_events_lost],
  'file-missing': [m.cli_ailment_file_missing, m.cli_cure_file_missing],
  'file-altered': [m.cli_ailment_file_altered, m.cli_cure_file_altered],
  'secret-missing': [m.cli_ailment_secret_missing, m.cli_cure_secret_missing],
  'secret-open': [m.cli_ailment_secret_open, m.cli_cure_secret_open],
  'no-backup': [m.cli_ailment_no_backup, m.cli_cure_no_backup],
  'backup-old': [m.cli_ailment_backup_old, m.cli_cure_backup_old],
  'backup-failed': [m.cli_ailment_backup_failed, m.cli_cure_backup_failed],
  'reaction-parked': [m.cli_ailment_reaction_parked, m.cli_cure_reaction_parked],
  'job-failed': [m.cli_ailment_job_failed, m.cli_cure_job_failed],
  'smtp-unknown': [m.cli_ailment_smtp_unknown, m.cli_cure_smtp_unknown],
  'address-plain': [m.cli_ailment_address_plain, m.cli_cure_address_plain],
};

/** What is wrong, and what to do about it. */
export function ailmentWords({ what, detail }: DoctorFinding): { what: string; cure: string } {
  const [wrong, cure] = words[what];
  return { what: wrong({ detail }), cure: cure({ detail }) };
}
