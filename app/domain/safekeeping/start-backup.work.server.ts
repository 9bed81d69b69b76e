import { readFileSync } from 'node:fs';
import type { Actor } from '#app/domain/actor/actor.ts';
import { mayKeepSafe } from '#app/domain/actor/role-grants.ts';
import { writeOutcome } from '#app/platform/backup/backup-folder.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { DataFolder } from '#app/platform/db/data-folder.server.ts';
import { heldFolder } from '#app/platform/db/data-folder.server.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import { startInBackground } from '#app/platform/thread/background.server.ts';
import { runInThread } from '#app/platform/thread/thread.server.ts';
import type { BackupMade, BackupOrder, BackupRefusal } from './backup.ts';
import { backupWork } from './backup.ts';
import { noteBackup } from './note-backup.server.ts';

function orderFor(folder: DataFolder): BackupOrder {
  const { version } = JSON.parse(readFileSync(programPath('package.json'), 'utf8')) as { version: string };
  const { database, backups, files, secretFile, samplePasswordFile } = folder;
  const besides = [secretFile, samplePasswordFile];
  return {
    database,
    backups,
    files,
    besides,
    prismaFolder: programPath('prisma'),
    program: version,
    prune: true,
  };
}

async function run(actor: Actor, folder: DataFolder): Promise<void> {
  const at = now().toISOString();
  let failed = 'unexpected';
  try {
    const order = orderFor(folder);
    const made = await runInThread<BackupMade | Refused<BackupRefusal>>('safekeeping', 'backUp', order);
    if ('refused' in made) {
      failed = made.refused;
      log.error({ reason: failed }, 'no good backup could be made');
      return;
    }
    await transact((tx) => noteBackup(tx, actor, made));
    failed = '';
    await writeOutcome(folder.backups, { at, name: made.name });
  } finally {
    if (failed) await writeOutcome(folder.backups, { at, failed }).catch(() => undefined);
  }
}

/** Begins a backup of what this process serves. Nobody waits for it: how it ended is kept beside the backups. */
export function startBackup(actor: Actor): { ok: true } | Refused<'not-allowed' | 'under-way' | 'not-open'> {
  if (!mayKeepSafe(actor)) return { refused: 'not-allowed' };
  const folder = heldFolder();
  if (!folder) return { refused: 'not-open' };
  return startInBackground(backupWork, () => run(actor, folder)) ? { ok: true } : { refused: 'under-way' };
}
