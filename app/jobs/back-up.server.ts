import { system } from '#app/domain/actor/actor.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { startBackup } from '#app/domain/safekeeping/start-backup.work.server.ts';
import { listBackups, readOutcome } from '#app/platform/backup/backup-folder.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { heldFolder } from '#app/platform/db/data-folder.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { backgroundSettled } from '#app/platform/thread/background.server.ts';

/** A night and a little: whoever has no newer one has missed it, or has just begun. */
const missedAfter = 26 * 3_600_000;

/** A backup that came to nothing is a job that failed, so that it is seen among the jobs. */
async function backUp(backups: string): Promise<void> {
  startBackup(system);
  await backgroundSettled();
  const outcome = await readOutcome(backups);
  if (outcome && 'failed' in outcome) throw new Error(`no good backup: ${outcome.failed}`);
}

export async function backUpNightly(): Promise<void> {
  const folder = heldFolder();
  const company = await readCompany(reader);
  // The sample can be had again at any time.
  if (folder && company && !company.sample) await backUp(folder.backups);
}

/** The first one soon after a company was founded, and one as soon as the machine is back that was off at night. */
export async function backUpIfMissed(): Promise<void> {
  const folder = heldFolder();
  const company = await readCompany(reader);
  if (!folder || !company || company.sample) return;
  const good = (await listBackups(folder.backups)).find(({ fault }) => fault === null);
  if (good && now().getTime() - Date.parse(good.madeAt) < missedAfter) return;
  await backUp(folder.backups);
}
