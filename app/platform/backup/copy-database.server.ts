import Database from 'better-sqlite3';
import { checkConnection } from '../db/connection.server.ts';

/** What SQLite itself says about a file, in its words; null where it finds nothing. */
export function damageOf(file: string): string | null {
  try {
    const db = new Database(file, { readonly: true, timeout: 5000 });
    try {
      db.pragma('cell_size_check = ON');
      const found = db.pragma('integrity_check(3)', { simple: true });
      if (found !== 'ok') return String(found).replace(/\s+/g, ' ');
      const loose = db.pragma('foreign_key_check') as { table: string }[];
      return loose.length > 0
        ? `${loose.length} rows that point nowhere, such as in ${loose[0]!.table}`
        : null;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError && /NOTADB|CORRUPT|IOERR/.test(error.code))
      return error.message;
    throw error;
  }
}

/** A whole and compact copy of a database that may be in use, as it stood at one moment. */
export function copyDatabase(from: string, to: string): void {
  const source = new Database(from, { readonly: true, timeout: 5000 });
  try {
    source.pragma('temp_store = MEMORY');
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    copy.pragma('journal_mode = WAL');
    copy.pragma('synchronous = FULL');
    copy.pragma('foreign_keys = ON');
    checkConnection(copy);
  } finally {
    copy.close();
  }
}
