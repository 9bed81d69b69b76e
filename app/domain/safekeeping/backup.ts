/** Why there is no new backup; in the last two cases there is one, and it says so of itself. */
export const backupRefusals = [
  'no-room',
  'damaged',
  'unwritable',
  'chain-broken',
  'version-altered',
] as const;

export type BackupRefusal = (typeof backupRefusals)[number];

/** All that a thread, or a command beside the server, needs to know to make one. */
export type BackupOrder = {
  database: string;
  /** Where backups are kept. */
  backups: string;
  /** Uploads. */
  files: string;
  /** What else has to come back: the secret above all. */
  besides: string[];
  prismaFolder: string;
  program: string;
  /** Whether those that have had their time go. */
  prune: boolean;
};

export type BackupMade = { ok: true; name: string; head: string; size: number };

/** How long there may be no new backup before something has to be done about it, in milliseconds. */
export const backupOverdueAfter = 36 * 3_600_000;

/** The work that one of each at a time may be under way. */
export const backupWork = 'backup';
export const chainCheckWork = 'chain-check';

/** With less than this left, the next busy day may not fit on the disk. */
export const enoughFreeBytes = 200 * 1024 * 1024;
