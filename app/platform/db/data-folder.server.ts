import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PlainError } from '../operator/plain-error.ts';

export type DataFolder = {
  database: string;
  lock: string;
  backups: string;
  secretFile: string;
  samplePasswordFile: string;
};

/** Makes the folder where it is missing. Everything the company owns lies in it. */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new PlainError(
      `Everyhand cannot write to ${path}. Make the folder writable, or set DATA_DIR to another one.`,
    );
  }
  return {
    database: join(path, 'everyhand.db'),
    lock: join(path, 'everyhand.lock'),
    backups: join(path, 'backups'),
    secretFile: join(path, 'secret'),
    samplePasswordFile: join(path, 'sample-password'),
  };
}

/** Read from the file, or made once and kept in it, readable by its owner alone. */
export function keptSecret(
  file: string,
  make: () => string = () => randomBytes(32).toString('base64url'),
): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = make();
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

/** One server to a database. The lock is the operating system's: a killed server leaves none behind. */
export function lockDataFolder(folder: DataFolder): () => void {
  const lock = new Database(folder.lock, { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new PlainError(
      'Another Everyhand already runs on this data folder. Stop it first, or set DATA_DIR to another folder.',
    );
  }
  return () => {
    if (lock.inTransaction) lock.exec('ROLLBACK');
    lock.close();
  };
}
