import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { firstReleasePrisma } from './first-release/company.ts';

let folder: string;
let file: string;
let prisma: string;
let backups: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-migrate-'));
  file = join(folder, 'everyhand.db');
  backups = join(folder, 'backups');
  prisma = firstReleasePrisma(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function onFile<T>(work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** The first release’s schema with a company in it: parents and children. */
function lifeInTheFirstRelease(): void {
  prepareDatabase(file, prisma, backups);
  onFile((db) =>
    db.exec(`
      INSERT INTO "Company" VALUES ('company', 'Oak', 'UTC', 'en', 0, '2024-01-01T00:00:00.000+00:00');
      INSERT INTO "Site" VALUES ('s', 'Main', 'UTC', 'a4', '6,7', '2024-01-01T00:00:00.000+00:00');
      INSERT INTO "Department" VALUES ('d', 'Office', NULL, 'office', '2024-01-01T00:00:00.000+00:00');
      INSERT INTO "Person" (id, name, email, language, searchKey, sortKey, createdAt) VALUES
        ('p', 'Ada', 'ada@example.com', 'en', 'ada', 'ada', '2024-01-01T00:00:00.000+00:00'),
        ('q', 'Ben', 'ben@example.com', 'en', 'ben', 'ben', '2024-01-01T00:00:00.000+00:00');
      INSERT INTO "Employment" (id, personId, hiredOn) VALUES ('e', 'p', '2024-01-01'), ('f', 'q', '2024-01-01');
      INSERT INTO "Placement" (id, personId, fromOn, departmentId, siteId, jobTitle) VALUES ('x', 'p', '2024-01-01', 'd', 's', '');`),
  );
}

function addMigration(sql: string, name = '29990101000000_next'): void {
  const home = join(prisma, 'migrations/sqlite', name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'migration.sql'), sql);
}

const counts = () =>
  onFile((db) => {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((name) => [name, db.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get()]),
    );
  });

const schema = () => onFile((db) => db.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all());

const rebuild = (table: string, how: string) =>
  `CREATE TABLE "new_${table}" (${how});\nINSERT INTO "new_${table}" SELECT * FROM "${table}";\nDROP TABLE "${table}";\nALTER TABLE "new_${table}" RENAME TO "${table}";`;

const personTable =
  '"id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "email" TEXT, "employeeNumber" TEXT, "language" TEXT NOT NULL, "searchKey" TEXT NOT NULL, "sortKey" TEXT NOT NULL, "createdAt" DATETIME NOT NULL';

describe('a database from the first release', () => {
  test('comes up to date with every row, and a second start changes nothing', () => {
    lifeInTheFirstRelease();
    const before = counts();
    const applied = prepareDatabase(file, 'prisma', backups);
    const after = counts();
    for (const [table, count] of Object.entries(before)) {
      expect(after[table], table).toBe(
        table === '_prisma_migrations' ? Number(count) + applied.length : count,
      );
    }
    const [shape, again] = [schema(), prepareDatabase(file, 'prisma', backups)];
    expect(again).toEqual([]);
    expect(counts()).toEqual(after);
    expect(schema()).toEqual(shape);
  });

  test('is copied before a migration, and only then', () => {
    lifeInTheFirstRelease();
    expect(existsSync(backups)).toBe(false);
    prepareDatabase(file, prisma, backups);
    expect(existsSync(backups)).toBe(false);
    addMigration('ALTER TABLE "Site" ADD COLUMN "nick" TEXT;');
    expect(prepareDatabase(file, prisma, backups)).toEqual(['29990101000000_next']);
    const [copy = ''] = readdirSync(backups);
    const old = new Database(join(backups, copy), { readonly: true });
    expect(old.prepare('SELECT name FROM "Person" ORDER BY id').pluck().all()).toEqual(['Ada', 'Ben']);
    expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(old.prepare('SELECT * FROM "Site"').get()).not.toHaveProperty('nick');
    old.close();
    expect(statSync(backups).mode & 0o077, 'for its owner alone').toBe(0);
  });

  test('keeps the children of a table that is rebuilt, and the guards', () => {
    lifeInTheFirstRelease();
    const before = counts();
    addMigration(rebuild('Person', personTable));
    prepareDatabase(file, prisma, backups);
    expect(counts()).toEqual({ ...before, _prisma_migrations: 2 });
    onFile((db) => {
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(() => db.exec(`UPDATE "Person" SET email = NULL`)).toThrow(
        /e-mail address or an employee number/,
      );
    });
  });
});

const harmful: Record<string, string> = {
  'whose rebuilt table comes back with fewer rows': rebuild('Person', personTable).replace(
    /FROM "Person";/,
    `FROM "Person" WHERE id = 'p';`,
  ),
  'whose rebuilt table takes its children along': `PRAGMA foreign_keys = ON; DELETE FROM "Placement"; DELETE FROM "Employment"; ${rebuild('Employment', '"id" TEXT PRIMARY KEY, "personId" TEXT, "hiredOn" TEXT, "leftOn" TEXT')}`,
  'that would leave rows without what they point to': `DELETE FROM "Person" WHERE id = 'p';`,
  'that fails half way': `ALTER TABLE "Site" ADD COLUMN "nick" TEXT; INSERT INTO "Nowhere" VALUES (1);`,
  'that loses a table by another name': `ALTER TABLE "Employment" RENAME TO "Jobs";`,
};

describe('a migration is refused, and the database stays as it was,', () => {
  test.each(Object.entries(harmful))('%s', (_, sql) => {
    lifeInTheFirstRelease();
    const [before, shape] = [counts(), schema()];
    addMigration(sql);
    expect(() => prepareDatabase(file, prisma, backups)).toThrow();
    expect(counts()).toEqual(before);
    expect(schema()).toEqual(shape);
  });

  test('and those before it stand: each is whole or not at all', () => {
    lifeInTheFirstRelease();
    addMigration('ALTER TABLE "Site" ADD COLUMN "nick" TEXT;', '29990101000000_good');
    addMigration(`DELETE FROM "Person" WHERE id = 'p';`, '29990102000000_bad');
    expect(() => prepareDatabase(file, prisma, backups)).toThrow(/29990102000000_bad would/);
    onFile((db) => expect(db.prepare('SELECT * FROM "Site"').get()).toHaveProperty('nick'));
    rmSync(join(prisma, 'migrations/sqlite/29990102000000_bad'), { recursive: true });
    expect(prepareDatabase(file, prisma, backups)).toEqual([]);
  });

  test('as is a start on a database that knows more than the program', () => {
    lifeInTheFirstRelease();
    addMigration('ALTER TABLE "Site" ADD COLUMN "nick" TEXT;');
    prepareDatabase(file, prisma, backups);
    rmSync(join(prisma, 'migrations/sqlite/29990101000000_next'), { recursive: true });
    const before = counts();
    expect(() => prepareDatabase(file, prisma, backups)).toThrow(/newer Everyhand/);
    expect(counts()).toEqual(before);
  });
});

test('a migration that means to delete may', () => {
  lifeInTheFirstRelease();
  addMigration(`DELETE FROM "Placement"; DROP TABLE "Token";`);
  prepareDatabase(file, prisma, backups);
  expect(counts()).toMatchObject({ Placement: 0, Person: 2 });
  expect(counts()).not.toHaveProperty('Token');
});
