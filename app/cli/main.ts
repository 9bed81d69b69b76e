import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as m from '#app/messages/generated/messages.js';
import { setProgramRoot } from '#app/platform/env/program.server.ts';
import { isPlainError } from '#app/platform/operator/plain-error.ts';
import { backupCommand } from './backup.ts';
import { checkContentCommand } from './check-content.ts';
import { doctorCommand } from './doctor.ts';
import { importContentCommand } from './import-content.ts';
import { restoreCommand } from './restore.ts';

/** What an operator can ask for: `npm run everyhand -- <verb>`. */
const commands: Record<string, (argv: string[]) => Promise<number>> = {
  'check-content': checkContentCommand,
  'import-content': importContentCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
};

/** Runs one command; returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  setProgramRoot(dirname(dirname(fileURLToPath(import.meta.url))));
  const [verb = '', ...rest] = argv;
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (!command) {
    process.stderr.write(`${m.cli_usage({ verbs: Object.keys(commands).join(', ') })}\n`);
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (!isPlainError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
