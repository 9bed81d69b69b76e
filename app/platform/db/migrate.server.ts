import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { now } from '../clock/clock.server.ts';
import { PlainError } from '../operator/plain-error.ts';
import { isDiskFull } from './disk-full.ts';
import { sqlInstant } from './instant.ts';
import type { Migration } from './migrations.server.ts';
import { guardNames, readMigrations } from './migrations.server.ts';
import { refuseHalfRestored, refuseMissingLog, unmarkClosed } from './open-mark.server.ts';

const restoreHint =
  'Leave the file as it is and restore the last backup: npm run everyhand -- restore BACKUP, as docs/operation.md describes.';

type Connection = Database.Database;

const history = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

function tableCounts(db: Connection): Map<string, number> {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [table, db.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get() as number]),
  );
}

/** Rows may only vanish from a table that the migration itself names for deletion. */
function checkNothingVanished(
  migration: Migration,
  before: Map<string, number>,
  after: Map<string, number>,
): void {
  for (const [table, count] of before) {
    const meant = new RegExp(`(DELETE FROM|DROP TABLE) "?${table}"?`, 'i').test(migration.sql);
    const rebuilt = migration.sql.includes(`RENAME TO "${table}"`);
    if ((after.get(table) ?? 0) < count && (!meant || rebuilt)) {
      throw new PlainError(
        `The migration ${migration.name} would lose rows of ${table}. Nothing was changed.`,
      );
    }
  }
}

function apply(db: Connection, migration: Migration): void {
  // Ignored inside a transaction, hence before it: a rebuilt table would take its children with it.
  db.pragma('foreign_keys = OFF');
  const before = tableCounts(db);
  const startedAt = sqlInstant(now());
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec(migration.sql);
    checkNothingVanished(migration, before, tableCounts(db));
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) {
      throw new PlainError(
        `The migration ${migration.name} would leave rows that point nowhere. Nothing was changed.`,
      );
    }
    db.prepare(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`,
    ).run(randomUUID(), migration.checksum, migration.name, startedAt, sqlInstant(now()));
    db.exec('COMMIT');
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('foreign_keys = ON');
  }
}

function pending(db: Connection, known: Migration[]): Migration[] {
  const applied = db
    .prepare(`SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`)
    .all() as { name: string; checksum: string }[];
  for (const { name, checksum } of applied) {
    const migration = known.find((candidate) => candidate.name === name);
    if (!migration) {
      throw new PlainError(
        `This database was written by a newer Everyhand (it knows "${name}"). Start that version, or restore a backup made by this one.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new PlainError(
        `The migration ${name} was changed after it was applied. Take the program's own files back.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}

/** Triggers are made anew at each start, and counted afterwards. */
function restoreGuards(db: Connection, sql: string): void {
  const guards = guardNames(sql);
  db.transaction(() => {
    const present = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
      .pluck()
      .all() as string[];
    for (const name of present) db.exec(`DROP TRIGGER "${name}"`);
    for (const guard of guards) db.exec(guard.sql);
  }).immediate();
  const count = db
    .prepare(`SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .get() as number;
  if (count !== guards.length)
    throw new PlainError('The rules that protect the records could not be put in place.');
}

/** Up to this size every index is held against its table, too; beyond it that would keep a start waiting. */
const checkedWhole = 256 * 1024 * 1024;

/** Under its name only once it is whole and on the disk: half a copy looks like a sound database that is empty. */
function copyBefore(db: Connection, { name }: Migration, backupFolder: string): void {
  mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14);
  const half = join(backupFolder, `before-${name}.half`);
  rmSync(half, { force: true });
  db.prepare('VACUUM INTO ?').run(half);
  const written = openSync(half, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(half, join(backupFolder, `before-${name}-${stamp}.db`));
}

function openFile(file: string): Connection {
  try {
    return new Database(file, { timeout: 5000 });
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new PlainError(`Everyhand cannot open ${file}. It has to be a file that may be read and written.`);
  }
}

/**
 * Brings a database file up to date: migrations in order, each whole or not at all, after a copy of what stood;
 * then the guards. Returns the names of what was applied.
 */
export function prepareDatabase(file: string, prismaFolder: string, backupFolder: string): string[] {
  refuseHalfRestored(file);
  refuseMissingLog(file);
  const existed = existsSync(file);
  const db = openFile(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    const check = existed && statSync(file).size > checkedWhole ? 'quick_check(1)' : 'integrity_check(1)';
    const health = db.pragma(check, { simple: true });
    if (health !== 'ok')
      throw new PlainError(
        `The database is damaged (${String(health).replace(/\s+/g, ' ')}). ${restoreHint}`,
      );
    db.exec(history);
    const todo = pending(db, readMigrations(prismaFolder));
    if (existed && todo.length > 0) copyBefore(db, todo[0]!, backupFolder);
    for (const migration of todo) apply(db, migration);
    restoreGuards(db, readFileSync(join(prismaFolder, 'guards.sql'), 'utf8'));
    return todo.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Database.SqliteError && /NOTADB|CORRUPT/.test(error.code)) {
      throw new PlainError(`The database file is damaged or is no database. ${restoreHint}`);
    }
    if (error instanceof Database.SqliteError && /READONLY|CANTOPEN|IOERR|PERM|FORMAT/.test(error.code)) {
      throw new PlainError(
        `The database ${file} cannot be written to (${error.message}). Let Everyhand's own user read and write it and ` +
          `the folder it lies in. If it may do so already, the file is damaged. ${restoreHint}`,
      );
    }
    if (isDiskFull(error)) {
      throw new PlainError('The disk is full, so the database cannot be opened. Make room and start again.');
    }
    throw error;
  } finally {
    db.close();
    unmarkClosed(file);
  }
}
