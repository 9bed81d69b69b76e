import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

type Hashes = Record<string, string>;
type Watched = { db: Database.Database; version: number; known: Map<string, Hashes> };

const watched = new Map<string, Watched>();

/** A connection that notices what others commit, kept for as long as the file is the same. */
function watch(path: string): Watched {
  const key = `${path} ${statSync(path).ino}`;
  const found = watched.get(key) ?? {
    db: new Database(path, { readonly: true }),
    version: -1,
    known: new Map<string, Hashes>(),
  };
  watched.set(key, found);
  const version = found.db.pragma('data_version', { simple: true }) as number;
  if (version !== found.version) found.known.clear();
  found.version = version;
  return found;
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
  const { db, known } = watch(join(folder, file));
  const key = except.join();
  const hashes = known.get(key) ?? hash(db, except);
  known.set(key, hashes);
  return hashes;
}
