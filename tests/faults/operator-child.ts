import { backupCommand } from '#app/cli/backup.ts';
import { doctorCommand } from '#app/cli/doctor.ts';
import { restoreCommand } from '#app/cli/restore.ts';
import { isPlainError } from '#app/platform/operator/plain-error.ts';

/** The operator's commands on the sources instead of the build. */
const [verb = '', ...rest] = process.argv.slice(2);
const commands = { backup: backupCommand, doctor: doctorCommand, restore: restoreCommand };
try {
  process.exitCode = await commands[verb as keyof typeof commands](rest);
} catch (error) {
  if (!isPlainError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
