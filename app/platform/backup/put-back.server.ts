import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { restoringFolderOf } from '../db/open-mark.server.ts';
import { copyPrivately, settle } from './file-proof.server.ts';
import type { Manifest } from './manifest.ts';

/** Copies what a backup holds to where it can be looked at, and moved from in one go. Returns the folder. */
export async function makeReady(backup: string, { files }: Manifest, database: string): Promise<string> {
  const ready = restoringFolderOf(database);
  await rm(ready, { recursive: true, force: true });
  await mkdir(ready, { recursive: true, mode: 0o700 });
  for (const { path } of files) await copyPrivately(join(backup, path), join(ready, path));
  return ready;
}

export async function discardReady(database: string): Promise<void> {
  await rm(restoringFolderOf(database), { recursive: true, force: true });
}

/**
 * Moves away whatever stands where the backup goes; its log would otherwise be taken for the log of the new database.
 * Returns where it lies now, or null where nothing stood.
 */
export async function setAside(paths: string[], backups: string, at: Date): Promise<string | null> {
  const standing = paths.filter((path) => existsSync(path));
  if (standing.length === 0) return null;
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const aside = join(backups, `before-restore-${stamp}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const path of standing) await rename(path, join(aside, basename(path)));
  await settle(aside);
  return aside;
}

/** Puts what was made ready in its place, the database last: while it is missing, no server starts. */
export async function putInPlace(ready: string, database: string): Promise<void> {
  const home = dirname(database);
  for (const name of ['secret', 'sample-password', 'files', basename(database)]) {
    if (existsSync(join(ready, name))) await rename(join(ready, name), join(home, name));
  }
  await settle(home);
}
