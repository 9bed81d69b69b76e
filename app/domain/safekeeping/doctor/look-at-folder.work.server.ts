import { existsSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import type { DataFolder } from '#app/platform/db/data-folder.server.ts';
import { lockStateOf } from '#app/platform/db/data-folder.server.ts';
import { isLogMissing, restoringFolderOf } from '#app/platform/db/open-mark.server.ts';
import { freeBytes } from '#app/platform/operator/disk.server.ts';
import { enoughFreeBytes } from '../backup.ts';
import type { DoctorFinding } from './ailment.ts';

const isWindows = process.platform === 'win32';

async function isOpenToOthers(path: string): Promise<boolean> {
  // Windows has other rules, and tells them in another way.
  return !isWindows && ((await stat(path)).mode & 0o077) !== 0;
}

async function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

type Settings = { secretInEnvironment: boolean };

/** What lies in the data folder, and who may touch it. Changes nothing. */
export async function lookAtFolder(
  path: string,
  folder: DataFolder,
  { secretInEnvironment }: Settings,
): Promise<DoctorFinding[]> {
  const found: DoctorFinding[] = [];
  const note = (what: DoctorFinding['what'], detail: string) => found.push({ what, detail });
  if (!existsSync(path)) return [{ what: 'folder-missing', detail: path }];
  if (!(await mayWrite(path))) note('folder-unwritable', path);
  if (await isOpenToOthers(path)) note('folder-open', path);
  const free = await freeBytes(path);
  if (free < enoughFreeBytes) note('disk-nearly-full', String(Math.round(free / 1024 / 1024)));
  if (lockStateOf(folder.lock) === 'damaged') note('lock-damaged', folder.lock);
  if (isLogMissing(folder.database)) note('log-missing', `${folder.database}-wal`);
  if (!existsSync(folder.database)) {
    note(existsSync(restoringFolderOf(folder.database)) ? 'half-restored' : 'no-database', folder.database);
  } else if (!(await mayWrite(folder.database))) note('folder-unwritable', folder.database);
  if (!existsSync(folder.secretFile)) {
    if (!secretInEnvironment && existsSync(folder.database)) note('secret-missing', folder.secretFile);
  } else if (await isOpenToOthers(folder.secretFile)) note('secret-open', folder.secretFile);
  return found;
}
