import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What every table holds, as one hash each; equal before and after is nothing changed. */
export function tableHashes(
  folder: string,
  except: string[] = [],
  file = 'everyhand.db',
): Record<string, string> {
  const db = new Database(join(folder, file), { readonly: true });
  try {
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
  } finally {
    db.close();
  }
}
