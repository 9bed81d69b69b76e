import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { importContent } from '#app/domain/publishing/import-content.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { closeDatabase, openDatabase } from '#app/platform/db/database.server.ts';
import { openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { env } from '#app/platform/env/env.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';

/** Publishes the courses of a content folder and brings the rest as drafts, beside a running server if there is one. Exit code 1 where something was left out. */
export async function importContentCommand(argv: string[]): Promise<number> {
  const root = resolve(process.env.INIT_CWD ?? '.', argv[0] ?? programPath('content'));
  if (argv.length > 1 || !existsSync(root)) {
    process.stderr.write(`${m.cli_import_usage({ path: root })}\n`);
    return 2;
  }
  const folder = openDataFolder(env().DATA_DIR);
  prepareDatabase(folder.database, programPath('prisma'), folder.backups);
  configureFileStore(folder.files);
  await openDatabase(folder.database);
  try {
    const { published, unchanged, drafts, broken, waiting } = await importContent(system, root);
    for (const file of published) process.stdout.write(`${m.cli_import_published({ file })}\n`);
    for (const file of drafts) process.stdout.write(`${m.cli_import_draft({ file })}\n`);
    for (const { file, findings } of broken) {
      process.stdout.write(`${m.app_content_broken({ file, count: findings.length })}\n`);
    }
    for (const file of waiting) process.stdout.write(`${m.app_content_waiting({ file })}\n`);
    process.stdout.write(`${m.cli_import_summary({ published: published.length, unchanged })}\n`);
    return broken.length + waiting.length > 0 ? 1 : 0;
  } finally {
    await closeDatabase();
  }
}
