import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { alteredFiles, readManifest } from '#app/platform/backup/backup-folder.server.ts';
import { damageOf } from '#app/platform/backup/copy-database.server.ts';
import type { Manifest } from '#app/platform/backup/manifest.ts';
import { databaseCopy } from '#app/platform/backup/manifest.ts';
import { discardReady, makeReady, putInPlace, setAside } from '#app/platform/backup/put-back.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { DataFolder } from '#app/platform/db/data-folder.server.ts';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import {
  closeDatabase,
  openDatabase,
  openForReading,
  reader,
  transact,
} from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { readUpkeep } from '#app/platform/db/migrations.server.ts';
import { openMarkOf } from '#app/platform/db/open-mark.server.ts';
import { freeBytes } from '#app/platform/operator/disk.server.ts';
import { checkRecords } from './check-records.work.server.ts';
import { noteRestore } from './note-restore.server.ts';

type Input = { backup: string; to: string; prismaFolder: string };

export type RestoreRefusal = 'no-backup' | 'altered' | 'damaged' | 'newer-program' | 'no-room';

export type Restored = { ok: true; name: string; aside: string | null; fault: string | null };

/**
 * Makes a data folder what a backup says it was. Everything is proved before anything is touched, and what stood there
 * is moved aside. While a server runs on the folder its lock cannot be had, and nothing happens.
 */
export async function restoreBackup(
  input: Input,
): Promise<Restored | (Refused<RestoreRefusal> & { files?: string[] })> {
  const { backup, to, prismaFolder } = input;
  const made = readManifest(backup);
  if (!made?.files.some(({ path }) => path === databaseCopy)) return { refused: 'no-backup' };
  const altered = await alteredFiles(backup, made);
  if (altered.length > 0) return { refused: 'altered', files: altered };
  const folder = openDataFolder(to);
  const unlock = lockDataFolder(folder);
  try {
    const size = made.files.reduce((sum, file) => sum + file.size, 0);
    if ((await freeBytes(to)) < size * 1.1) return { refused: 'no-room' };
    const ready = await makeReady(backup, made, folder.database);
    const refused = await provenReady(ready, made, prismaFolder);
    if (refused) {
      await discardReady(folder.database);
      return { refused };
    }
    const aside = await setAside(replacedIn(folder, made), folder.backups, now());
    await putInPlace(ready, folder.database);
    const lost = await alteredFiles(to, made);
    if (lost.length > 0) return { refused: 'altered', files: lost };
    await discardReady(folder.database);
    await noteIn(folder, made.name, prismaFolder);
    return { ok: true, name: made.name, aside, fault: made.fault };
  } finally {
    unlock();
  }
}

/** The database with all that belongs to it, the uploads, and what else the backup brings. */
function replacedIn(folder: DataFolder, { files }: Manifest): string[] {
  const { database } = folder;
  const besides = [folder.secretFile, folder.samplePasswordFile].filter((path) =>
    files.some((file) => file.path === basename(path)),
  );
  return [database, `${database}-wal`, `${database}-shm`, openMarkOf(database), folder.files, ...besides];
}

async function provenReady(
  ready: string,
  made: Manifest,
  prismaFolder: string,
): Promise<RestoreRefusal | null> {
  const copy = join(ready, databaseCopy);
  if (damageOf(copy) !== null) return 'damaged';
  if (readUpkeep(copy, prismaFolder).unknown.length > 0) return 'newer-program';
  await openForReading(copy);
  try {
    const records = await checkRecords(reader);
    const head = 'refused' in records ? null : records.head;
    // One that was made with its fault known is as true as any.
    return head === made.head.hash || (made.fault !== null && head === null) ? null : 'damaged';
  } finally {
    await closeDatabase();
    for (const suffix of ['-wal', '-shm']) await rm(copy + suffix, { force: true });
  }
}

async function noteIn(folder: DataFolder, name: string, prismaFolder: string): Promise<void> {
  prepareDatabase(folder.database, prismaFolder, folder.backups);
  await openDatabase(folder.database);
  try {
    await transact((tx) => noteRestore(tx, system, { name }));
  } finally {
    await closeDatabase();
  }
}
