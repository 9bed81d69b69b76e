import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readdir } from 'node:fs/promises';
import { madeAtOf } from '#app/platform/backup/manifest.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { DataFolder } from '#app/platform/db/data-folder.server.ts';
import { heldFolder } from '#app/platform/db/data-folder.server.ts';
import { appliedMigrations, reader } from '#app/platform/db/database.server.ts';
import { migrationNames } from '#app/platform/db/migrations.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';
import { freeBytes } from '#app/platform/operator/disk.server.ts';
import { isBeating } from '#app/platform/operator/heartbeat.server.ts';
import { backupOverdueAfter, enoughFreeBytes } from './backup.ts';

/** Nothing but yes and no: what is wrong is for those who may ask the doctor. */
export type Health = {
  ok: boolean;
  database: boolean;
  worker: boolean;
  migrations: boolean;
  disk: boolean;
  lastBackup: boolean;
};

const workerMayTake = 60_000;
const keptFor = 1000;

let migrations: string[] | undefined;
let kept: { at: number; health: Promise<Health> } | undefined;

/** How the installation is. Who asks more than once a second hears the same again. */
export function readHealth(): Promise<Health> {
  const at = now().getTime();
  if (!kept || Math.abs(at - kept.at) >= keptFor) kept = { at, health: look() };
  return kept.health;
}

async function look(): Promise<Health> {
  const folder = heldFolder();
  const checks = {
    database: reader.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } }).then(() => true),
    migrations: isUpToDate(),
    disk: folder ? freeBytes(folder.database).then((free) => free > enoughFreeBytes) : Promise.resolve(true),
    lastBackup: folder ? isBackedUp(folder) : Promise.resolve(true),
  };
  // Whatever cannot be found out is not well.
  const [database, upToDate, disk, lastBackup] = (await Promise.all(
    [checks.database, checks.migrations, checks.disk, checks.lastBackup].map((one) => one.catch(() => false)),
  )) as [boolean, boolean, boolean, boolean];
  const worker = isBeating(workerMayTake);
  const ok = database && worker && upToDate && disk && lastBackup;
  return { ok, database, worker, migrations: upToDate, disk, lastBackup };
}

async function isUpToDate(): Promise<boolean> {
  migrations ??= migrationNames(programPath('prisma'));
  const applied = new Set(await appliedMigrations());
  return migrations.length === applied.size && migrations.every((name) => applied.has(name));
}

/** A company that is new has no backup yet, and the sample needs none. */
async function isBackedUp({ backups }: DataFolder): Promise<boolean> {
  const company = await readCompany(reader);
  if (!company || company.sample) return true;
  const founded = await reader.company.findFirstOrThrow({ select: { createdAt: true } });
  const due = now().getTime() - backupOverdueAfter;
  if (founded.createdAt.getTime() > due) return true;
  const names = await readdir(backups);
  return names.some((name) => (madeAtOf(name)?.getTime() ?? 0) > due);
}
