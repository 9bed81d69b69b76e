import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readManifest } from '#app/platform/backup/backup-folder.server.ts';
import { madeAtOf } from '#app/platform/backup/manifest.ts';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { bundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';
import { beginCommand, openOperatedFolder } from '../support/operator.ts';
import { tableHashes } from '../support/rows.ts';
import { departmentOf } from '../support/staff.ts';

let program: { file: string; remove: () => void };
let database: TestDatabase;
let folder: string;
let root: string;

beforeAll(async () => {
  program = await bundle('tests/faults/operator-child.ts');
});

afterAll(() => program.remove());

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'everyhand-operator-'));
  database = await openOperatedFolder();
  ({ folder } = database);
});

afterEach(async () => {
  await database.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (args: string[], env?: Record<string, string>) =>
  beginCommand(program.file, folder, args, env).ended;
const backups = () =>
  existsSync(join(folder, 'backups'))
    ? readdirSync(join(folder, 'backups')).filter((name) => madeAtOf(name))
    : [];

test('while people work, a backup is made and restored elsewhere, and holds every row that its moment had', async () => {
  const people = { work: true };
  let count = 0;
  const work = (async () => {
    while (people.work && count < 2000) await departmentOf(`D ${(count += 1)}`);
  })();
  const made = await run(['backup']);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Newest event hash') });
  const [name = ''] = backups();
  const to = join(root, 'elsewhere');
  const restored = await run(['restore', name, '--to', to]);
  people.work = false;
  await work;
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('Restored') });
  const expected = tableHashes(join(folder, 'backups', name));
  const db = new Database(join(to, 'everyhand.db'));
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const last = db.prepare(`SELECT name FROM "Event" ORDER BY seq DESC LIMIT 1`).pluck().get();
  expect(last).toBe('backup.restored');
  db.exec(`DROP TRIGGER event_is_append_only_delete; DELETE FROM "Event" WHERE name = 'backup.restored'`);
  db.close();
  const found = tableHashes(to);
  expect({ ...found, sqlite_sequence: '' }).toEqual({ ...expected, sqlite_sequence: '' });
}, 120_000);

test('a backup that is killed at any moment leaves none of that name that is not whole, and the next one is made', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { child, ended } = beginCommand(program.file, folder, ['backup']);
    setTimeout(() => child.kill('SIGKILL'), 300 + round * 150);
    await ended;
    for (const name of backups()) expect(readManifest(join(folder, 'backups', name))?.name).toBe(name);
  }
  expect((await run(['backup'])).code).toBe(0);
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('.making'))).toEqual([]);
}, 120_000);

test('a restore is refused while a server runs, and says so', async () => {
  await run(['backup']);
  const letGo = lockDataFolder(openDataFolder(folder));
  const before = tableHashes(folder);
  expect(await run(['restore', backups()[0]!])).toEqual({
    code: 1,
    said: expect.stringContaining('already runs') as string,
  });
  letGo();
  expect(tableHashes(folder)).toEqual(before);
});

test('what was typed wrong is told, with how to type it', async () => {
  for (const args of [
    ['backup', 'a', 'b'],
    ['restore'],
    ['restore', 'x', '--into', 'y'],
    ['doctor', 'please'],
  ]) {
    expect(await run(args)).toMatchObject({ code: 2, said: expect.stringContaining('npm run everyhand') });
  }
  expect(await run(['restore', join(root, 'nowhere')])).toMatchObject({
    code: 1,
    said: expect.stringContaining('is no backup'),
  });
  expect(await run(['backup'], { DATA_DIR: root })).toMatchObject({
    code: 1,
    said: expect.stringContaining('no database'),
  });
});
