import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { queueMail } from '#app/domain/outbox/queue-mail.server.ts';
import { backUp } from '#app/domain/safekeeping/back-up.work.server.ts';
import { restoreBackup } from '#app/domain/safekeeping/restore-backup.work.server.ts';
import { readManifest } from '#app/platform/backup/backup-folder.server.ts';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { closeDatabase, openDatabase, reader, transact } from '#app/platform/db/database.server.ts';
import { readUpkeep } from '#app/platform/db/migrations.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { openTestDatabase } from '../../support/database.ts';
import { tableHashes } from '../../support/rows.ts';
import { orderFor } from '../../support/safekeeping.ts';
import { cookieOf, departmentOf, foundTestCompany, hire } from '../../support/staff.ts';

let root: string;
let source: string;
let backup: string;
let to: string;
let before: Record<string, string>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'everyhand-restore-'));
  const database = await openTestDatabase();
  const siteId = await foundTestCompany();
  for (const name of ['Shipping', 'Sales']) {
    await hire({ name: `Head of ${name}`, departmentId: await departmentOf(name), siteId });
  }
  const zed = await hire({ name: 'Zed', departmentId: await departmentOf('Office'), siteId });
  await cookieOf(zed);
  await transact(async (tx) => {
    await issueToken(tx, system, { purpose: 'reset', personId: zed, channel: 'mail' });
    await queueMail(tx, system, { key: 'waits', template: 'reset', personId: zed, facts: {} });
  });
  await closeDatabase();
  source = join(root, 'source');
  cpSync(database.folder, source, { recursive: true });
  rmSync(database.folder, { recursive: true });
  mkdirSync(join(source, 'files'));
  writeFileSync(join(source, 'files', 'c0ffee'), 'a picture');
  writeFileSync(join(source, 'secret'), 'do not tell\n');
  before = tableHashes(source, ['sqlite_sequence', ...ended]);
  const made = await backUp(orderFor(source));
  if ('refused' in made) throw new Error(made.refused);
  backup = join(source, 'backups', made.name);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  to = mkdtempSync(join(root, 'to-'));
});

afterEach(closeDatabase);

const restore = (from = backup, into = to) =>
  restoreBackup({ backup: from, to: into, prismaFolder: 'prisma' });

/** What a restore puts an end to by itself: nobody is signed in, no link opens anything. */
const ended = ['Session', 'Token', 'Mail'];

/** Rows of every table but those, and but the one event that tells of the restore. */
function tablesOf(folder: string): Record<string, string> {
  const copy = mkdtempSync(join(root, 'tables-'));
  cpSync(join(folder, 'everyhand.db'), join(copy, 'everyhand.db'));
  const db = new Database(join(copy, 'everyhand.db'));
  db.exec(`DROP TRIGGER event_is_append_only_delete; DELETE FROM "Event" WHERE name = 'backup.restored'`);
  db.close();
  return tableHashes(copy, ['sqlite_sequence', ...ended]);
}

function copyOfBackup(): string {
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(backup, copy, { recursive: true });
  return copy;
}

function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.from([byte[0]! ^ 0x10]), 0, 1, at);
  closeSync(handle);
}

test.each(['an empty folder', 'a folder that is not there yet'])(
  'into %s brings everything back',
  async (which) => {
    if (which.startsWith('a folder')) to = join(to, 'deep', 'down');
    expect(await restore()).toMatchObject({ ok: true, aside: null, fault: null });
    expect(tablesOf(to)).toEqual(before);
    expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('do not tell\n');
    expect(readFileSync(join(to, 'files', 'c0ffee'), 'utf8')).toBe('a picture');
    expect(statSync(join(to, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(to).toSorted()).toEqual(['everyhand.db', 'everyhand.lock', 'files', 'secret']);
    prepareDatabase(join(to, 'everyhand.db'), 'prisma', join(to, 'backups'));
    await openDatabase(join(to, 'everyhand.db'));
    expect(await checkChain(reader)).toMatchObject({ intact: true });
    expect(await reader.event.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
      name: 'backup.restored',
    });
  },
);

test('signs everybody out, makes links worthless, and lets no mail go a second time', async () => {
  expect(await restore()).toMatchObject({ ok: true });
  await openDatabase(join(to, 'everyhand.db'));
  expect(await reader.session.count()).toBe(0);
  expect(await reader.token.count({ where: { usedAt: null } })).toBe(0);
  expect(await reader.mail.findFirst()).toMatchObject({ state: 'uncertain', reason: 'restored' });
});

test('keeps what stood there, and takes no old log for the new database', async () => {
  for (const name of ['everyhand.db', 'everyhand.db-wal', 'everyhand.db-shm', 'secret', 'everyhand.open']) {
    writeFileSync(join(to, name), `old ${name}`);
  }
  const restored = await restore();
  expect(restored).toMatchObject({ ok: true });
  const aside = 'ok' in restored ? restored.aside! : '';
  expect(readdirSync(aside).toSorted()).toEqual(
    ['everyhand.db', 'everyhand.db-shm', 'everyhand.db-wal', 'everyhand.open', 'secret'].toSorted(),
  );
  expect(readFileSync(join(aside, 'everyhand.db'), 'utf8')).toBe('old everyhand.db');
  expect(existsSync(join(to, 'everyhand.db-wal'))).toBe(false);
});

test('is refused while a server runs on the folder, and touches nothing', async () => {
  const folder = openDataFolder(to);
  const letGo = lockDataFolder(folder);
  await expect(restore()).rejects.toThrow(/already runs/);
  letGo();
  expect(existsSync(folder.database)).toBe(false);
});

test('is refused with a single byte of any file flipped, wherever it is', async () => {
  const { files } = readManifest(backup)!;
  for (const { path, size } of files) {
    for (const at of [0, Math.floor(size / 2), size - 1]) {
      const copy = copyOfBackup();
      flip(join(copy, path), at);
      expect(await restore(copy), `${path} at ${at}`).toEqual({ refused: 'altered', files: [path] });
      rmSync(copy, { recursive: true });
    }
  }
  expect(readdirSync(to)).toEqual([]);
});

test.each([
  ['half of it', (copy: string) => rmSync(join(copy, 'everyhand.db')), 'altered'],
  ['no manifest', (copy: string) => rmSync(join(copy, 'manifest.json')), 'no-backup'],
  [
    'a manifest that leads elsewhere',
    (copy: string) => {
      const file = join(copy, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"files/c0ffee"', '"../../c0ffee"'));
    },
    'no-backup',
  ],
])('is refused with %s', async (_, spoil, refused) => {
  const copy = copyOfBackup();
  spoil(copy);
  expect(await restore(copy)).toMatchObject({ refused });
  expect(readdirSync(to)).toEqual([]);
});

test('of an older program is brought up to date', async () => {
  const older = join(mkdtempSync(join(root, 'older-')), 'prisma');
  const [first = ''] = readdirSync('prisma/migrations/sqlite').toSorted();
  cpSync(join('prisma/migrations/sqlite', first), join(older, 'migrations/sqlite', first), {
    recursive: true,
  });
  writeFileSync(join(older, 'guards.sql'), '');
  const home = mkdtempSync(join(root, 'home-'));
  prepareDatabase(join(home, 'everyhand.db'), older, join(home, 'backups'));
  const made = await backUp(orderFor(home));
  expect(made).toMatchObject({ ok: true });
  expect(await restore(join(home, 'backups', 'ok' in made ? made.name : ''))).toMatchObject({ ok: true });
  expect(readUpkeep(join(to, 'everyhand.db'), 'prisma')).toMatchObject({ pending: [], missingGuards: [] });
});

test('that was interrupted between the old data and the new is not taken for a first start', () => {
  mkdirSync(join(to, '.restoring'));
  expect(() => prepareDatabase(join(to, 'everyhand.db'), 'prisma', join(to, 'backups'))).toThrow(
    /interrupted/,
  );
});
