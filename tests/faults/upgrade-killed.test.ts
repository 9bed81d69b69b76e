import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { bundle } from '../support/bundle.ts';
import { tableHashes } from '../support/rows.ts';
import { firstReleasePrisma, liveInTheFirstRelease } from './first-release/company.ts';

const rounds = 20;
/** So many that the migration is at work for a while. */
const size = { people: 4000, events: 6000 };

let folder: string;
let program: { file: string; remove: () => void };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'everyhand-killed-'));
  program = await bundle('tests/faults/first-release/migrating-child.ts');
  liveInTheFirstRelease(folder, size);
});

afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

const home = (name: string) => join(folder, name);
const old = () => home('everyhand.db');

function onFile<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Tables and their indexes; what is kept of the migrations themselves says which of them are in. */
const shapeOf = (file: string) =>
  onFile(file, (db) => ({
    schema: db.prepare(`SELECT sql FROM sqlite_master WHERE type <> 'trigger' ORDER BY name`).pluck().all(),
    applied: db.prepare(`SELECT migration_name FROM "_prisma_migrations" ORDER BY 1`).pluck().all(),
  }));

/** Every state there is between two whole migrations. */
function wholeShapes(): unknown[] {
  const names = readdirSync('prisma/migrations/sqlite').toSorted();
  return names.map((_, index) => {
    const place = mkdtempSync(join(tmpdir(), 'everyhand-shape-'));
    const file = join(place, 'everyhand.db');
    prepareDatabase(file, firstReleasePrisma(place, names.slice(0, index + 1)), join(place, 'backups'));
    const shape = shapeOf(file);
    rmSync(place, { recursive: true });
    return shape;
  });
}

/** Brings a file up to date in a process of its own, which is killed `after` milliseconds; says whether it was done. */
async function migrate(
  file: string,
  backups: string,
  after?: number,
): Promise<{ done: boolean; ms: number }> {
  const child = spawn(process.execPath, [program.file, file, 'prisma', backups], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  const started = performance.now();
  const closed = once(child, 'close');
  child.stdin.write('go\n');
  if (after !== undefined) setTimeout(() => child.kill('SIGKILL'), after);
  const done = (await lines.next()).value === 'done';
  const ms = performance.now() - started;
  await closed;
  return { done, ms };
}

test(`an upgrade that is killed at ${rounds} moments is whole or not begun, and the next start goes through`, async () => {
  const full = home('full.db');
  copyFileSync(old(), full);
  const { done, ms } = await migrate(full, home('full-backups'));
  expect(done).toBe(true);
  const wanted = tableHashes(folder, ['_prisma_migrations'], 'full.db');
  const whole = wholeShapes();
  const [first, last] = [whole[0], whole.at(-1)];
  expect(first).not.toEqual(last);
  let cutOff = 0;
  for (let round = 0; round < rounds; round += 1) {
    const file = home('round.db');
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    copyFileSync(old(), file);
    const backups = home(`backups-${round}`);
    // Each in a piece of its own of the time that all of it takes.
    const killed = await migrate(file, backups, ((round + Math.random()) / rounds) * ms);
    if (!killed.done) cutOff += 1;
    const shape = shapeOf(file);
    expect(whole, `round ${round}`).toContainEqual(shape);
    onFile(file, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'));
    prepareDatabase(file, 'prisma', backups);
    expect(shapeOf(file)).toEqual(last);
    expect(tableHashes(folder, ['_prisma_migrations'], 'round.db'), `round ${round}`).toEqual(wanted);
    // What lies there under the name of a copy is one, and never half of one.
    for (const copy of readdirSync(backups).filter((name) => name.endsWith('.db'))) {
      onFile(join(backups, copy), (db) => {
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(db.prepare('SELECT COUNT(*) FROM "Person"').pluck().get()).toBe(size.people);
      });
    }
    rmSync(backups, { recursive: true, force: true });
  }
  expect(cutOff).toBeGreaterThan(rounds / 4);
}, 240_000);
