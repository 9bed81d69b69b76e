import type { BackupRefusal } from '#app/domain/safekeeping/backup.ts';
import * as m from '#app/messages/generated/messages.js';
import type { Span } from '#app/platform/backup/retention.ts';

export const spanWords: Record<Span, () => string> = {
  daily: m.audit_backups_daily,
  weekly: m.audit_backups_weekly,
  monthly: m.audit_backups_monthly,
};

const failures: Record<BackupRefusal, (given: { when: string }) => string> = {
  'no-room': m.audit_backups_failed_no_room,
  damaged: m.audit_backups_failed_damaged,
  unwritable: m.audit_backups_failed_unwritable,
  'chain-broken': m.audit_backups_failed_chain_broken,
  'version-altered': m.audit_backups_failed_version_altered,
};

/** Why there is no new good backup, and what to do. */
export function failureWords(reason: string, when: string): string {
  const known = Object.entries(failures).find(([name]) => name === reason)?.[1];
  return (known ?? m.audit_backups_failed_unexpected)({ when });
}
