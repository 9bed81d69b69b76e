/**
 * Drafts the SQL that leads from the committed migrations to the models: `node prisma/draft-migration.mjs <name>`.
 * Prisma's own command needs an engine that a closed network cannot fetch; this is the same engine as WebAssembly.
 * Read what it wrote before you commit it: a rebuilt table can take its children with it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const here = dirname(fileURLToPath(import.meta.url));
const migrationsDir = join(here, 'migrations/sqlite');
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.exit(2);
}

async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const engine = await import(join(folder, 'schema_engine_bg.js'));
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}

/** The adapter prepares one statement at a time; a migration file holds many. */
function scripted(factory) {
  const connect = (open) => async () => {
    const adapter = await open();
    adapter.executeRaw = async ({ sql }) => {
      await adapter.executeScript(sql);
      return 0;
    };
    return adapter;
  };
  factory.connect = connect(factory.connect.bind(factory));
  factory.connectToShadowDb = connect(factory.connectToShadowDb.bind(factory));
  return factory;
}

const files = [
  join(here, 'schema.prisma'),
  ...readdirSync(join(here, 'models')).map((file) => join(here, 'models', file)),
].map((path) => ({ path, content: readFileSync(path, 'utf8') }));

mkdirSync(migrationsDir, { recursive: true });
const migrationDirectories = readdirSync(migrationsDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()
  .map((path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(migrationsDir, path, 'migration.sql'), 'utf8') },
    },
  }));

const filters = { externalTables: [], externalEnums: [] };
const SchemaEngine = await loadEngine();
const factory = scripted(new PrismaBetterSqlite3({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' }));
const engine = await SchemaEngine.new(
  { datamodels: files.map(({ path, content }) => [path, content]) },
  () => {},
  bindMigrationAwareSqlAdapterFactory(factory),
);
const { stdout } = await engine.diff({
  from:
    migrationDirectories.length === 0
      ? { tag: 'empty' }
      : {
          tag: 'migrations',
          baseDir: migrationsDir,
          lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
          shadowDbInitScript: '',
          migrationDirectories,
        },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters,
});
if (!stdout || stdout.includes('-- This is an empty migration.')) {
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsDir, `${stamp}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, 'migration.sql'), stdout);

process.exit(0);
