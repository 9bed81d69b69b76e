import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';

/** Migrates once for the whole run; every test begins with a copy of what has every migration and guard, and no row. */
export default function makeTemplate(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-template-'));
  const file = join(folder, 'everyhand.db');
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  // The workers inherit it, and so do the programs that they start.
  process.env.EVERYHAND_TEST_DATABASE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
