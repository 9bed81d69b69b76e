import type { Outcome } from '#app/platform/backup/backup-folder.server.ts';
import { listBackups, readOutcome } from '#app/platform/backup/backup-folder.server.ts';
import type { Span } from '#app/platform/backup/retention.ts';
import { keptBackups } from '#app/platform/backup/retention.ts';
import { heldFolder } from '#app/platform/db/data-folder.server.ts';

export type ListedBackup = {
  name: string;
  madeAt: string;
  /** In bytes, all its files together. */
  size: number;
  sound: boolean;
  kept: Span[];
  head: string;
};

/** What backups there are, newest first, and how the last try ended. */
export async function readBackups(): Promise<{ backups: ListedBackup[]; outcome: Outcome | null }> {
  const folder = heldFolder();
  if (!folder) return { backups: [], outcome: null };
  const found = await listBackups(folder.backups);
  const kept = keptBackups(found.filter(({ fault }) => fault === null));
  const backups = found.map(({ name, madeAt, files, fault, head }) => ({
    name,
    madeAt,
    size: files.reduce((sum, { size }) => sum + size, 0),
    sound: fault === null,
    kept: kept.get(name) ?? [],
    head: head.hash,
  }));
  return { backups, outcome: await readOutcome(folder.backups) };
}
