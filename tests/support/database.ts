import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '#app/platform/db/database.server.ts';

export type TestDatabase = {
  /** Where the file and its backups lie. */
  folder: string;
  /** Closes the database and takes the folder away. */
  close: () => Promise<void>;
};

/** A database of its own, on a real file, with every migration and guard. One at a time is open. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-'));
  const file = join(folder, 'everyhand.db');
  copyFileSync(process.env.EVERYHAND_TEST_DATABASE!, file);
  await openDatabase(file);
  return {
    folder,
    close: async () => {
      await closeDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
