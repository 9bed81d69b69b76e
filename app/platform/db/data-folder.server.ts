import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isPlainError, PlainError } from '../operator/plain-error.ts';

export type DataFolder = {
  database: string;
  lock: string;
  backups: string;
  /** What was sent in, each under the name of its hash. */
  files: string;
  /** Mail as files, where there is no mail server. */
  mailbox: string;
  secretFile: string;
  samplePasswordFile: string;
  /** What was printed, kept so that it need not be printed again: may be deleted at any time. */
  prints: string;
};

export function dataFolderAt(path: string): DataFolder {
  return {
    database: join(path, 'everyhand.db'),
    lock: join(path, 'everyhand.lock'),
    backups: join(path, 'backups'),
    secretFile: join(path, 'secret'),
    samplePasswordFile: join(path, 'sample-password'),
    files: join(path, 'files'),
    mailbox: join(path, 'mailbox'),
    prints: join(path, 'cache', 'prints'),
  };
}

/** Step by step: Node's own way of making several at once never comes back from where none can be made, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  mkdirSync(path, { mode: 0o700 });
}

/** Makes the folder where it is missing. Everything the company owns lies in it. */
export function openDataFolder(path: string): DataFolder {
  try {
    makeFolder(path);
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new PlainError(
      `Everyhand cannot write to ${path}. Make the folder writable, or set DATA_DIR to another one.`,
    );
  }
  return dataFolderAt(path);
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

let held: DataFolder | null = null;

/** The folder that this process serves, or null in one that serves none. */
export function heldFolder(): DataFolder | null {
  return held;
}

const alreadyRuns = 'Another Everyhand already runs on this data folder.';

function lockTrouble(error: unknown, file: string): PlainError {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (/BUSY|LOCKED/.test(code)) {
    return new PlainError(`${alreadyRuns} Stop it first, or set DATA_DIR to another folder.`);
  }
  if (/NOTADB|CORRUPT/.test(code)) {
    return new PlainError(
      `The lock ${file} is not what Everyhand put there. It holds no data: delete it and start again.`,
    );
  }
  return new PlainError(
    `Everyhand cannot use the lock ${file}. Let its own user read and write it, or delete it: it holds no data.`,
  );
}

function takeLock(file: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw lockTrouble(error, file);
  }
}

/** Whether a server runs on the folder, or the lock itself is in the way. Touches nothing where there is no lock yet. */
export function lockStateOf(file: string): 'free' | 'held' | 'damaged' {
  if (!existsSync(file)) return 'free';
  try {
    takeLock(file).close();
    return 'free';
  } catch (error) {
    return isPlainError(error) && error.message.startsWith(alreadyRuns) ? 'held' : 'damaged';
  }
}

/** One server to a database. The lock is the operating system's: a killed server leaves none behind. */
export function lockDataFolder(folder: DataFolder): () => void {
  const lock = takeLock(folder.lock);
  held = folder;
  return () => {
    held = null;
    if (lock.inTransaction) lock.exec('ROLLBACK');
    lock.close();
  };
}
