import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { backupWork } from '#app/domain/safekeeping/backup.ts';
import { readBackups } from '#app/domain/safekeeping/backup-list-reads.server.ts';
import { startBackup } from '#app/domain/safekeeping/start-backup.work.server.ts';
import { backUpIfMissed } from '#app/jobs/back-up.server.ts';
import { alteredFiles, listBackups } from '#app/platform/backup/backup-folder.server.ts';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { heldFolder } from '#app/platform/db/data-folder.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { backgroundOf, backgroundSettled } from '#app/platform/thread/background.server.ts';
import { runInThread } from '#app/platform/thread/thread.server.ts';
import type { BackupMade } from '#app/domain/safekeeping/backup.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { hold, orderFor } from '../../support/safekeeping.ts';
import { actorOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';
import { bundleThreads } from '../../support/threads.ts';

let threads: Awaited<ReturnType<typeof bundleThreads>>;
let database: TestDatabase;
let house: ReturnType<typeof hold>;
let adminId: string;

beforeAll(async () => {
  threads = await bundleThreads();
});

afterAll(() => threads.remove());

beforeEach(async () => {
  database = await openTestDatabase();
  house = hold(database.folder);
  const siteId = await foundTestCompany();
  adminId = await hire({
    name: 'Farah',
    departmentId: await departmentOf('Office'),
    siteId,
    roles: ['admin'],
  });
  mkdirSync(join(database.folder, 'files'));
  writeFileSync(join(database.folder, 'files', 'a'.repeat(64)), 'a picture');
  writeFileSync(join(database.folder, 'secret'), 'do not tell\n', { mode: 0o600 });
});

afterEach(async () => {
  await backgroundSettled();
  house.letGo();
  await database.close();
});

const make = () => runInThread<BackupMade>('safekeeping', 'backUp', orderFor(database.folder));
const folderOf = (name: string) => join(database.folder, 'backups', name);
const onDatabase = (sql: string) => {
  const db = new Database(join(database.folder, 'everyhand.db'));
  db.exec(sql);
  db.close();
};

describe('a backup', () => {
  test('holds the database, the uploads and the secret, each with its hash', async () => {
    const made = await make();
    const [manifest] = await listBackups(join(database.folder, 'backups'));
    expect(manifest!.name).toBe(made.name);
    expect(manifest!.files.map(({ path }) => path)).toEqual([
      'everyhand.db',
      `files/${'a'.repeat(64)}`,
      'secret',
    ]);
    for (const { path, sha256, size } of manifest!.files) {
      const content = readFileSync(join(folderOf(made.name), path));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([size, sha256]);
    }
    expect(await alteredFiles(folderOf(made.name), manifest!)).toEqual([]);
    const chain = await checkChain(reader);
    expect(manifest).toMatchObject({ fault: null, head: { hash: chain.intact && chain.head } });
  });

  test.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    const { name } = await make();
    expect(statSync(folderOf(name)).mode & 0o777).toBe(0o700);
    for (const path of ['everyhand.db', 'secret', 'manifest.json']) {
      expect(statSync(join(folderOf(name), path)).mode & 0o777, path).toBe(0o600);
    }
  });

  test('is made while others write, and holds what stood at one moment', async () => {
    const people = { work: true };
    let written = 0;
    const writing = (async () => {
      while (people.work && written < 300) await departmentOf(`D ${(written += 1)}`);
    })();
    const made = [await make(), await make(), await make()];
    people.work = false;
    await writing;
    expect(written).toBeGreaterThan(3);
    for (const { name } of made.slice(-1)) {
      const copy = new Database(join(folderOf(name), 'everyhand.db'), { readonly: true });
      const count = (table: string) => copy.prepare(`SELECT COUNT(*) FROM "${table}"`).pluck().get();
      expect(count('DepartmentPlacement')).toBe(count('Department'));
      copy.close();
    }
  });

  test('of one day is the last one of it', async () => {
    await underClock(new Date('2025-03-04T08:00:00Z'), make);
    await underClock(new Date('2025-03-04T09:00:00Z'), make);
    expect((await listBackups(join(database.folder, 'backups'))).map(({ madeAt }) => madeAt)).toEqual([
      '2025-03-04T09:00:00.000Z',
    ]);
  });

  test('clears away what a killed one left, and old copies from before migrations but the newest', async () => {
    const backups = join(database.folder, 'backups');
    mkdirSync(join(backups, '.making-2025-01-01T00-00-00.000Z'), { recursive: true });
    for (const stamp of ['20240101000000', '20240601000000'])
      writeFileSync(join(backups, `before-x-${stamp}.db`), '');
    mkdirSync(join(backups, 'before-restore-20230101000000'));
    const { name } = await make();
    expect(readdirSync(backups).toSorted()).toEqual(
      [name, 'before-restore-20230101000000', 'before-x-20240601000000.db'].toSorted(),
    );
  });
});

describe('there is no good backup', () => {
  const badly = async () => (await make()) as unknown as { refused: string };

  test('of a chain that is broken: the copy is kept, and says so', async () => {
    onDatabase(
      `DROP TRIGGER event_is_append_only_update; UPDATE "Event" SET "name" = 'role.granted' WHERE seq = 2`,
    );
    expect(await badly()).toEqual({ refused: 'chain-broken' });
    expect(await listBackups(join(database.folder, 'backups'))).toMatchObject([{ fault: 'chain-broken' }]);
  });

  test('of a text that is not what was published', async () => {
    onDatabase(`INSERT INTO "Document" (id, kind, slug, createdAt) VALUES ('d', 'module', 'd', '2025-01-01T00:00:00.000+00:00');
      INSERT INTO "Version" (id, documentId, language, number, title, source, sourceHash, front, tree, treeFormat, answerKey, createdAt)
      VALUES ('v', 'd', 'en', 1, 'T', 'text', 'not its hash', '{}', '{}', 1, '{}', '2025-01-01T00:00:00.000+00:00')`);
    expect(await badly()).toEqual({ refused: 'version-altered' });
  });

  test('of rows that point nowhere, and nothing is left of it', async () => {
    onDatabase(
      `PRAGMA foreign_keys = OFF; INSERT INTO "Employment" (id, personId, hiredOn) VALUES ('e', 'nobody', '2025-01-01')`,
    );
    expect(await badly()).toEqual({ refused: 'damaged' });
    expect(readdirSync(join(database.folder, 'backups'))).toEqual([]);
  });
});

describe('whoever starts one', () => {
  test('is answered at once, and finds it in the list and in the audit trail', async () => {
    expect(startBackup(await actorOf(adminId))).toEqual({ ok: true });
    expect(startBackup(system)).toEqual({ refused: 'under-way' });
    expect(backgroundOf(backupWork).since).not.toBeNull();
    await backgroundSettled();
    const { backups, outcome } = await readBackups();
    expect(backups).toMatchObject([{ sound: true, kept: ['daily', 'weekly', 'monthly'] }]);
    expect(outcome).toMatchObject({ name: backups[0]!.name });
    const events = await reader.event.findMany({ where: { name: 'backup.made' } });
    expect(events).toMatchObject([{ actorId: adminId, subjectId: backups[0]!.name }]);
    expect(events[0]!.facts).toContain(backups[0]!.head);
  });

  test('has to be an admin', async () => {
    const departmentId = await departmentOf('Sales');
    const { id: siteId } = (await reader.site.findFirst())!;
    const zed = await actorOf(await hire({ name: 'Zed', departmentId, siteId, roles: ['hr', 'editor'] }));
    expect(startBackup(zed)).toEqual({ refused: 'not-allowed' });
    expect(existsSync(join(database.folder, 'backups'))).toBe(false);
  });

  test('hears why it failed', async () => {
    onDatabase(
      `DROP TRIGGER event_is_append_only_update; UPDATE "Event" SET "name" = 'role.granted' WHERE seq = 2`,
    );
    startBackup(system);
    await backgroundSettled();
    expect((await readBackups()).outcome).toMatchObject({ failed: 'chain-broken' });
    expect(await reader.event.count({ where: { name: 'backup.made' } })).toBe(0);
  });
});

test('a company without one gets one, and no second while that is new', async () => {
  await backUpIfMissed();
  await backgroundSettled();
  await backUpIfMissed();
  await backgroundSettled();
  expect((await readBackups()).backups).toHaveLength(1);
  await underClock(new Date(Date.now() + 27 * 3_600_000), backUpIfMissed);
  await backgroundSettled();
  expect(await reader.event.count({ where: { name: 'backup.made' } })).toBe(2);
});

test('a process that serves no folder makes none', async () => {
  house.letGo();
  expect(heldFolder()).toBeNull();
  expect(startBackup(system)).toEqual({ refused: 'not-open' });
  house = hold(database.folder);
  chmodSync(database.folder, 0o700);
});
