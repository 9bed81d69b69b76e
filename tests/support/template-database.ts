import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file with every migration and guard, and no row. */
    templateDatabase: string;
  }
}

/** Migrates once for the whole run; every test begins with a copy. */
export default function makeTemplate({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-template-'));
  const file = join(folder, 'everyhand.db');
  prepareDatabase(file, 'prisma', join(folder, 'backups'));
  provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
