import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { bundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';
import { beginCommand, openOperatedFolder } from '../support/operator.ts';

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
const onDatabase = (sql: string) => {
  const db = new Database(join(folder, 'everyhand.db'));
  db.exec(sql);
  db.close();
};

describe('the doctor', () => {
  const doctor = (env?: Record<string, string>) => run(['doctor'], env);

  test('finds nothing wrong where nothing is', async () => {
    await run(['backup']);
    expect(await doctor()).toEqual({ code: 0, said: 'Nothing is wrong.\n' });
  });

  test('says that a server runs, which is nothing wrong', async () => {
    await run(['backup']);
    const letGo = lockDataFolder(openDataFolder(folder));
    expect(await doctor()).toEqual({
      code: 0,
      said: expect.stringContaining('runs on this data folder') as string,
    });
    letGo();
  });

  test.each<[string, () => void, string]>([
    ['no backup', () => undefined, 'no good backup'],
    ['an open secret', () => chmodSync(join(folder, 'secret'), 0o644), 'chmod 600'],
    ['an open folder', () => chmodSync(folder, 0o755), 'chmod 700'],
    ['no secret', () => rmSync(join(folder, 'secret')), 'no secret'],
    ['a missing guard', () => onDatabase('DROP TRIGGER version_is_immutable'), 'version_is_immutable'],
    [
      'a broken chain',
      () =>
        onDatabase(
          `DROP TRIGGER event_is_append_only_update; UPDATE "Event" SET name = 'role.granted' WHERE seq = 3`,
        ),
      'from event 3 on',
    ],
    [
      'a newer program',
      () =>
        onDatabase(
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '29990101000000_later')`,
        ),
      '29990101000000_later',
    ],
    [
      'a migration that waits',
      () => onDatabase(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%first'`),
      'has not been applied',
    ],
    [
      'a missing upload',
      () => onDatabase(`INSERT INTO "File" VALUES ('abc', 'image/png', 1, '2025-01-01T00:00:00.000+00:00')`),
      'abc is missing',
    ],
    [
      'an altered upload',
      () => {
        onDatabase(`INSERT INTO "File" VALUES ('abc', 'image/png', 1, '2025-01-01T00:00:00.000+00:00')`);
        mkdirSync(join(folder, 'files'));
        writeFileSync(join(folder, 'files', 'abc'), 'another');
      },
      'is not what was uploaded',
    ],
    [
      'a job that failed',
      () =>
        onDatabase(
          `INSERT INTO "RecurringRun" (job, nextAt, reason) VALUES ('tidy', '2025-01-01T00:00:00.000+00:00', 'no')`,
        ),
      'job tidy failed',
    ],
    [
      'a step that stopped',
      () =>
        onDatabase(
          `INSERT INTO "ReactionTry" VALUES ('tell', 7, 'parked', 6, '2025-01-01T00:00:00.000+00:00', 'no')`,
        ),
      'tell, 7',
    ],
    [
      'rows that point nowhere',
      () =>
        onDatabase(
          `PRAGMA foreign_keys = OFF; INSERT INTO "Employment" (id, personId, hiredOn) VALUES ('e', 'nobody', '2025-01-01')`,
        ),
      'damaged',
    ],
    [
      'a damaged lock',
      () => writeFileSync(join(folder, 'everyhand.lock'), 'This is a letter. '.repeat(200)),
      'It holds no data',
    ],
  ])('finds %s, and says what to do', async (_, spoil, expected) => {
    spoil();
    const { code, said } = await doctor();
    expect(code).toBe(1);
    expect(said).toContain(expected);
  });

  test('finds that what a backup knows is gone', async () => {
    await run(['backup']);
    onDatabase(`DROP TRIGGER event_is_append_only_delete; DELETE FROM "Event" WHERE seq > 2`);
    expect(await doctor()).toMatchObject({ code: 1, said: expect.stringContaining('not in the database') });
  });

  test('looks outside, by name alone', async () => {
    const { said } = await doctor({
      SMTP_URL: 'smtp://ada:do-not-tell@mail.invalid',
      APP_URL: 'http://everyhand.example',
    });
    expect(said).toContain('mail.invalid');
    expect(said).toContain('passwords travel unprotected');
    expect(said).not.toContain('do-not-tell');
  });

  test('says where there is nothing yet', async () => {
    expect(await doctor({ DATA_DIR: join(root, 'nowhere') })).toMatchObject({
      code: 1,
      said: expect.stringContaining('no data folder'),
    });
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  });
});
