import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type Migration = { name: string; sql: string; checksum: string };

export function readMigrations(prismaFolder: string): Migration[] {
  const folder = join(prismaFolder, 'migrations/sqlite');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export function guardNames(sql: string): { name: string; sql: string }[] {
  return [...sql.matchAll(/^CREATE TRIGGER (\w+)[\s\S]*?END;$/gm)].map((match) => ({
    name: match[1]!,
    sql: match[0],
  }));
}

/** Names of the migrations that this program has, oldest first. */
export function migrationNames(prismaFolder: string): string[] {
  return readMigrations(prismaFolder).map(({ name }) => name);
}

export type Upkeep = {
  /** The last migration that was applied; empty in a file that is none of ours. */
  lastMigration: string;
  pending: string[];
  /** Applied by a newer program. */
  unknown: string[];
  /** Applied, and other than this program has it. */
  changed: string[];
  missingGuards: string[];
};

/** How a database stands to this program, without changing it. */
export function readUpkeep(file: string, prismaFolder: string): Upkeep {
  const known = readMigrations(prismaFolder);
  const guards = guardNames(readFileSync(join(prismaFolder, 'guards.sql'), 'utf8'));
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const names = db.prepare(`SELECT name FROM sqlite_master`).pluck().all() as string[];
    const applied = names.includes('_prisma_migrations')
      ? (db
          .prepare(
            `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
          )
          .all() as { name: string; checksum: string }[])
      : [];
    const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
    return {
      lastMigration:
        applied
          .map(({ name }) => name)
          .toSorted()
          .at(-1) ?? '',
      pending: known.map(({ name }) => name).filter((name) => !applied.some((one) => one.name === name)),
      unknown: applied.map(({ name }) => name).filter((name) => !checksums.has(name)),
      changed: applied
        .filter(({ name, checksum }) => (checksums.get(name) ?? checksum) !== checksum)
        .map(({ name }) => name),
      missingGuards: guards.map(({ name }) => name).filter((name) => !names.includes(name)),
    };
  } finally {
    db.close();
  }
}
