import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RestoreRefusal } from '#app/domain/safekeeping/restore-backup.work.server.ts';
import { restoreBackup } from '#app/domain/safekeeping/restore-backup.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { madeAtOf } from '#app/platform/backup/manifest.ts';
import { env } from '#app/platform/env/env.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';

type Given = { path: string; files: string };

const refusals: Record<RestoreRefusal, (given: Given) => string> = {
  'no-backup': m.cli_restore_no_backup,
  altered: m.cli_restore_altered,
  damaged: m.cli_restore_damaged,
  'newer-program': m.cli_restore_newer_program,
  'no-room': m.cli_restore_no_room,
};

const typed = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

function readArguments(argv: string[]): { backup: string; to: string | null } | null {
  const [first, option, folder, ...rest] = argv;
  const takesOption = option === undefined || (option === '--to' && folder !== undefined);
  if (!first || first.startsWith('-') || !takesOption || rest.length > 0) return null;
  return { backup: first, to: folder === undefined ? null : typed(folder) };
}

/** A name means one of the backups that the server makes; anything else is a path. */
function findBackup(given: string, dataDir: string): string {
  const known = join(dataDir, 'backups', given);
  return madeAtOf(given) && !existsSync(typed(given)) ? known : typed(given);
}

/** Puts a backup in the place of what is there. Exit code 1 where it was refused, and nothing was changed. */
export async function restoreCommand(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (!asked) {
    process.stderr.write(`${m.cli_restore_usage()}\n`);
    return 2;
  }
  const to = asked.to ?? env().DATA_DIR;
  const path = findBackup(asked.backup, env().DATA_DIR);
  const restored = await restoreBackup({ backup: path, to, prismaFolder: programPath('prisma') });
  if ('refused' in restored) {
    const files = (restored.files ?? []).join(', ');
    process.stderr.write(`${refusals[restored.refused]({ path, files })}\n`);
    return 1;
  }
  const lines = [m.cli_restore_done({ name: restored.name, path: to })];
  if (restored.aside) lines.push(m.cli_restore_aside({ path: restored.aside }));
  if (restored.fault) lines.push(m.cli_restore_fault());
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
