/** What can be found wrong with an installation, in the order in which it is looked at. */
export const ailments = [
  'node-too-old',
  'folder-missing',
  'folder-unwritable',
  'folder-open',
  'disk-nearly-full',
  'lock-damaged',
  'no-database',
  'half-restored',
  'log-missing',
  'sqlite-too-old',
  'journal',
  'damaged',
  'unknown-migration',
  'changed-migration',
  'pending-migration',
  'guard-missing',
  'chain-broken',
  'version-altered',
  'events-lost',
  'file-missing',
  'file-altered',
  'secret-missing',
  'secret-open',
  'no-backup',
  'backup-old',
  'backup-failed',
  'reaction-parked',
  'job-failed',
  'smtp-unknown',
  'address-plain',
] as const;

export type Ailment = (typeof ailments)[number];

export type DoctorFinding = {
  what: Ailment;
  /** A path, a name or a number. */
  detail: string;
};
