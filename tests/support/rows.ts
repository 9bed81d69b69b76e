import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

type Hashes = Record<string, string>;

const known = new Map<string, { stand: string; hashes: Hashes }>();

/** The beginning of a file, and when it was written. */
function beginningOf(path: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const { ino, size, mtimeNs } = fstatSync(file, { bigint: true });
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, 0);
    return [ino, size, mtimeNs, bytes.toString('hex')].join();
  } finally {
    closeSync(file);
  }
}

/** Another after every commit: SQLite counts them at the beginning of the file, and of what it keeps beside the log. */
function standOf(path: string): string {
  const shared = `${path}-shm`;
  return [beginningOf(path, 100), existsSync(shared) ? beginningOf(shared, 48) : ''].join();
}

function hash(db: Database.Database, except: string[]): Hashes {
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  const hashes = tables
    .filter((table) => !except.includes(table))
    .map((table) => {
      const rows = db
        .prepare(`SELECT * FROM "${table}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row));
      return [table, createHash('sha256').update(rows.toSorted().join('\n')).digest('hex')] as const;
    });
  return Object.fromEntries(hashes);
}

/**
 * What every table holds, as one hash each; equal before and after is nothing changed. Read anew only after somebody
 * has committed something.
 */
export function tableHashes(folder: string, except: string[] = [], file = 'everyhand.db'): Hashes {
  const path = join(folder, file);
  const stand = standOf(path);
  const key = [path, ...except].join();
  const kept = known.get(key);
  if (kept?.stand === stand) return kept.hashes;
  const db = new Database(path, { readonly: true });
  try {
    const hashes = hash(db, except);
    known.set(key, { stand, hashes });
    return hashes;
  } finally {
    db.close();
  }
}
