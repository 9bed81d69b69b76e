import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { firstPrevious } from '#app/domain/events/event-hash.ts';
import {
  beginBackup,
  finishBackup,
  listBackups,
  removeBackup,
  removeOutdatedCopies,
} from '#app/platform/backup/backup-folder.server.ts';
import { copyDatabase, damageOf } from '#app/platform/backup/copy-database.server.ts';
import {
  copyPrivately,
  filesBelow,
  hashOfFile,
  makePrivate,
  sizeOf,
} from '#app/platform/backup/file-proof.server.ts';
import type { Manifest } from '#app/platform/backup/manifest.ts';
import { backupName, databaseCopy } from '#app/platform/backup/manifest.ts';
import { keptBackups } from '#app/platform/backup/retention.ts';
import { dateIn, now } from '#app/platform/clock/clock.server.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { closeDatabase, openForReading, reader } from '#app/platform/db/database.server.ts';
import { isDiskFull } from '#app/platform/db/disk-full.ts';
import { readUpkeep } from '#app/platform/db/migrations.server.ts';
import { freeBytes } from '#app/platform/operator/disk.server.ts';
import type { BackupMade, BackupOrder, BackupRefusal } from './backup.ts';
import { checkRecords } from './check-records.work.server.ts';

/** Left free beside the copy, for whoever works meanwhile. */
const room = 16 * 1024 * 1024;

type Made = BackupMade | Refused<BackupRefusal>;

/**
 * A backup of everything: the database, the uploads and the secret, checked, proved by its manifest, and under its
 * name only when it is whole. Made where it holds nobody up: in a thread, or in a program of its own.
 */
export async function backUp(order: BackupOrder): Promise<Made> {
  let draft: string | null = null;
  try {
    if ((await freeBytes(order.database)) < (await sizeOfAll(order)) + room) return { refused: 'no-room' };
    const name = backupName(now());
    draft = await beginBackup(order.backups, name);
    return await fill(order, draft, name);
  } catch (error) {
    if (isDiskFull(error)) return { refused: 'no-room' };
    if (isUnwritable(error)) return { refused: 'unwritable' };
    throw error;
  } finally {
    if (draft) await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function sizeOfAll({ database, files }: BackupOrder): Promise<number> {
  const uploads = await Promise.all((await filesBelow(files)).map((path) => sizeOf(join(files, path))));
  const own = (await sizeOf(database)) + (await sizeOf(`${database}-wal`));
  return uploads.reduce((sum, size) => sum + size, own);
}

async function fill(order: BackupOrder, draft: string, name: string): Promise<Made> {
  const copy = join(draft, databaseCopy);
  // A copy is written anew, so it would look sound where the file itself is not.
  if (damageOf(order.database) !== null) return { refused: 'damaged' };
  copyDatabase(order.database, copy);
  if (damageOf(copy) !== null) return { refused: 'damaged' };
  const { records, madeOn, head } = await readCopy(copy);
  const { lastMigration } = readUpkeep(copy, order.prismaFolder);
  // Left by those who only read; there is nothing in them.
  for (const suffix of ['-wal', '-shm']) await rm(copy + suffix, { force: true });
  await makePrivate(copy);
  for (const path of await filesBelow(order.files)) {
    await copyPrivately(join(order.files, path), join(draft, 'files', path));
  }
  for (const path of order.besides) {
    if ((await sizeOf(path)) > 0) await copyPrivately(path, join(draft, basename(path)));
  }
  const fault = 'refused' in records ? records.refused : null;
  const made: Manifest = {
    format: 1,
    name,
    madeAt: now().toISOString(),
    madeOn,
    program: order.program,
    lastMigration,
    head,
    fault,
    files: await describe(draft),
  };
  await finishBackup(order.backups, draft, made);
  if (order.prune) await prune(order.backups);
  if (fault !== null) return { refused: fault };
  return { ok: true, name, head: head.hash, size: made.files.reduce((sum, { size }) => sum + size, 0) };
}

async function readCopy(copy: string) {
  await openForReading(copy);
  try {
    const records = await checkRecords(reader);
    const last = await reader.event.findFirst({
      orderBy: { seq: 'desc' },
      select: { seq: true, hash: true },
    });
    // An older program may have made the table: no more is asked of it than it always had.
    const company = await reader.company.findFirst({ select: { timeZone: true } });
    const madeOn = dateIn(company?.timeZone ?? 'UTC');
    return { records, madeOn, head: last ?? { seq: 0, hash: firstPrevious } };
  } finally {
    await closeDatabase();
  }
}

async function describe(folder: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = [];
  for (const path of await filesBelow(folder)) {
    const file = join(folder, path);
    files.push({ path, size: await sizeOf(file), sha256: await hashOfFile(file) });
  }
  return files;
}

/** One whose records were found wrong goes like any other, but no sound one has to go for its sake. */
async function prune(backups: string): Promise<void> {
  const found = await listBackups(backups);
  const kept = new Set(
    [true, false].flatMap((sound) => [
      ...keptBackups(found.filter(({ fault }) => (fault === null) === sound)).keys(),
    ]),
  );
  for (const { name } of found) if (!kept.has(name)) await removeBackup(backups, name);
  await removeOutdatedCopies(backups, now());
}

function isUnwritable(error: unknown): boolean {
  return /^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN)/.test(String((error as NodeJS.ErrnoException).code));
}
