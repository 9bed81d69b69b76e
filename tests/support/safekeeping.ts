import { join } from 'node:path';
import { openDataFolder, lockDataFolder, type DataFolder } from '#app/platform/db/data-folder.server.ts';
import type { BackupOrder } from '#app/domain/safekeeping/backup.ts';

/** As the server holds it: whoever asks for a backup finds the folder. Returns how to let go. */
export function hold(path: string): { folder: DataFolder; letGo: () => void } {
  const folder = openDataFolder(path);
  return { folder, letGo: lockDataFolder(folder) };
}

export function orderFor(path: string, backups = join(path, 'backups')): BackupOrder {
  return {
    database: join(path, 'everyhand.db'),
    backups,
    files: join(path, 'files'),
    besides: [join(path, 'secret'), join(path, 'sample-password')],
    prismaFolder: 'prisma',
    program: '0.1.0',
    prune: true,
  };
}
