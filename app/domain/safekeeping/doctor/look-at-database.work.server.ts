import { listBackups, readOutcome } from '#app/platform/backup/backup-folder.server.ts';
import { damageOf } from '#app/platform/backup/copy-database.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { settingsTroubleOf } from '#app/platform/db/connection.server.ts';
import type { DataFolder } from '#app/platform/db/data-folder.server.ts';
import { closeDatabase, openForReading, reader } from '#app/platform/db/database.server.ts';
import { readUpkeep } from '#app/platform/db/migrations.server.ts';
import { backupOverdueAfter } from '../backup.ts';
import { checkRecords } from '../check-records.work.server.ts';
import type { DoctorFinding } from './ailment.ts';
import { lookAtFiles } from './look-at-files.work.server.ts';

/** The database and what it says of itself: first whether it can be trusted, then what it holds. Changes nothing. */
export async function lookAtDatabase(folder: DataFolder, prismaFolder: string): Promise<DoctorFinding[]> {
  const damage = damageOf(folder.database);
  if (damage !== null) return [{ what: 'damaged', detail: damage }];
  const trouble = settingsTroubleOf(folder.database);
  if (trouble) return [{ what: trouble.what, detail: trouble.detail }];
  const upkeep = readUpkeep(folder.database, prismaFolder);
  const of = (what: DoctorFinding['what'], names: string[]) => names.map((detail) => ({ what, detail }));
  const found = [
    ...of('unknown-migration', upkeep.unknown),
    ...of('changed-migration', upkeep.changed),
    ...of('pending-migration', upkeep.pending),
    ...of('guard-missing', upkeep.missingGuards),
  ];
  // What another program's tables hold, this one cannot read.
  if (upkeep.unknown.length > 0 || upkeep.pending.length > 0) return found;
  await openForReading(folder.database);
  try {
    return [
      ...found,
      ...(await records()),
      ...(await lookAtFiles(reader, folder.files)),
      ...(await backups(folder)),
      ...(await stopped()),
    ];
  } finally {
    await closeDatabase();
  }
}

async function records(): Promise<DoctorFinding[]> {
  const check = await checkRecords(reader);
  if (!('refused' in check)) return [];
  if (check.refused === 'chain-broken') return [{ what: 'chain-broken', detail: String(check.brokenAt) }];
  return [{ what: 'version-altered', detail: check.versionId }];
}

async function backups(folder: DataFolder): Promise<DoctorFinding[]> {
  const found: DoctorFinding[] = [];
  const outcome = await readOutcome(folder.backups);
  if (outcome && 'failed' in outcome) found.push({ what: 'backup-failed', detail: outcome.failed });
  const company = await reader.company.findFirst({ select: { sample: true, createdAt: true } });
  const [newest] = (await listBackups(folder.backups)).filter(({ fault }) => fault === null);
  if (newest) {
    if (await isAheadOfUs(newest.head, newest.madeAt))
      found.push({ what: 'events-lost', detail: newest.name });
    const age = now().getTime() - Date.parse(newest.madeAt);
    if (age > backupOverdueAfter) found.push({ what: 'backup-old', detail: newest.name });
  } else if (company && !company.sample) found.push({ what: 'no-backup', detail: folder.backups });
  return found;
}

/** A backup that knows of an event that is not here; unless an older backup was put back since. */
async function isAheadOfUs(head: { seq: number; hash: string }, madeAt: string): Promise<boolean> {
  if (head.seq === 0) return false;
  const event = await reader.event.findUnique({ where: { seq: head.seq }, select: { hash: true } });
  if (event?.hash === head.hash) return false;
  const restored = await reader.event.findFirst({
    where: { name: 'backup.restored', at: { gt: new Date(madeAt) } },
    select: { seq: true },
  });
  return restored === null;
}

async function stopped(): Promise<DoctorFinding[]> {
  const parked = await reader.reactionTry.findMany({ where: { state: 'parked' } });
  const failed = await reader.recurringRun.findMany({ where: { reason: { not: null } } });
  return [
    ...parked.map(({ reaction, seq }) => ({
      what: 'reaction-parked' as const,
      detail: `${reaction}, ${seq}`,
    })),
    ...failed.map(({ job }) => ({ what: 'job-failed' as const, detail: job })),
  ];
}
