import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { system } from '#app/domain/actor/actor.ts';
import { backUp } from '#app/domain/safekeeping/back-up.work.server.ts';
import type { BackupRefusal } from '#app/domain/safekeeping/backup.ts';
import { noteBackup } from '#app/domain/safekeeping/note-backup.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { writeOutcome } from '#app/platform/backup/backup-folder.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { dataFolderAt } from '#app/platform/db/data-folder.server.ts';
import { closeDatabase, openDatabase, transact } from '#app/platform/db/database.server.ts';
import { readUpkeep } from '#app/platform/db/migrations.server.ts';
import { env } from '#app/platform/env/env.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';

const refusals: Record<BackupRefusal, () => string> = {
  'no-room': m.cli_backup_no_room,
  unwritable: m.cli_backup_unwritable,
  damaged: m.cli_backup_damaged,
  'chain-broken': m.cli_backup_chain_broken,
  'version-altered': m.cli_backup_version_altered,
};

function program(): string {
  return (JSON.parse(readFileSync(programPath('package.json'), 'utf8')) as { version: string }).version;
}

/** Makes a backup, beside a running server if there is one. Exit code 1 where there is no new good one. */
export async function backupCommand(argv: string[]): Promise<number> {
  if (argv.length > 1 || argv[0]?.startsWith('-')) return say(m.cli_backup_usage(), 2);
  const dataDir = env().DATA_DIR;
  const folder = dataFolderAt(dataDir);
  if (!existsSync(folder.database)) return say(m.cli_backup_nothing({ path: dataDir }), 1);
  const elsewhere = argv[0] === undefined ? null : resolve(process.env.INIT_CWD ?? '.', argv[0]);
  const backups = elsewhere ?? folder.backups;
  const prismaFolder = programPath('prisma');
  const made = await backUp({
    database: folder.database,
    backups,
    files: folder.files,
    besides: [folder.secretFile, folder.samplePasswordFile],
    prismaFolder,
    program: program(),
    prune: elsewhere === null,
  });
  const at = now().toISOString();
  if ('refused' in made) {
    if (!elsewhere) await writeOutcome(backups, { at, failed: made.refused }).catch(() => undefined);
    return say(refusals[made.refused](), 1);
  }
  if (!elsewhere) await writeOutcome(backups, { at, name: made.name });
  const { pending, unknown } = readUpkeep(folder.database, prismaFolder);
  // A backup before an upgrade: the database is not yet, or no longer, one that this program may write to.
  if (pending.length === 0 && unknown.length === 0) {
    await openDatabase(folder.database);
    await transact((tx) => noteBackup(tx, system, made)).finally(closeDatabase);
  }
  const { name, head, size } = made;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  process.stdout.write(`${m.cli_backup_made({ name, path: join(backups, name), size: megabytes, head })}\n`);
  return 0;
}

function say(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}
