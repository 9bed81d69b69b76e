import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainError } from '../operator/plain-error.ts';

export function isLogMissing(file: string): boolean {
  return existsSync(openMarkOf(file)) && existsSync(file) && !existsSync(`${file}-wal`);
}

/** A log that belongs to the file and is gone takes with it what people were told is saved. */
export function refuseMissingLog(file: string): void {
  if (!isLogMissing(file)) return;
  throw new PlainError(
    `Everyhand was not stopped cleanly, and ${basename(file)}-wal, which holds what was saved last, is missing. ` +
      `Put it back beside ${file}, or restore the last backup. ` +
      `If another program has opened the database since, nothing is lost: delete ${openMarkOf(file)} and start again.`,
  );
}

/** Stands beside a database while a server has it open. */
export function openMarkOf(file: string): string {
  return join(dirname(file), 'everyhand.open');
}

/** What a restore has ready before it takes anything away. */
export function restoringFolderOf(file: string): string {
  return join(dirname(file), '.restoring');
}

/** Between the old data and the new there is none, and a server would take that for a first start. */
export function refuseHalfRestored(file: string): void {
  if (existsSync(file) || !existsSync(restoringFolderOf(file))) return;
  throw new PlainError(
    `A restore into ${dirname(file)} was interrupted. Run it again: npm run everyhand -- restore BACKUP. ` +
      'What stood there before lies in backups/, in the newest folder that begins with before-restore.',
  );
}

/** From here on the log has to lie beside the file, until it was closed. */
export function markOpen(file: string): void {
  writeFileSync(openMarkOf(file), '', { mode: 0o600 });
}

/** Whoever closes last takes the log into the file; beside a server that goes on, its mark stays. */
export function unmarkClosed(file: string): void {
  if (!existsSync(`${file}-wal`)) rmSync(openMarkOf(file), { force: true });
}
