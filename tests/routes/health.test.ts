import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { underClock } from '#app/platform/clock/clock.server.ts';
import { beat, expectBeats } from '#app/platform/operator/heartbeat.server.ts';
import { loader } from '#app/routes/operation/health.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { hold } from '../support/safekeeping.ts';
import { foundTestCompany } from '../support/staff.ts';

let database: TestDatabase;
let house: ReturnType<typeof hold>;
let moment = Date.now();

beforeEach(async () => {
  database = await openTestDatabase();
  house = hold(database.folder);
  await foundTestCompany();
});

afterEach(async () => {
  expectBeats(false);
  house.letGo();
  await database.close();
});

/** Each a while after the last: within a second the answer is the same again. */
async function health(at = (moment += 5000)): Promise<{ status: number; body: Record<string, boolean> }> {
  const response = await underClock(new Date(at), loader);
  return { status: response.status, body: (await response.json()) as Record<string, boolean> };
}

const well = { ok: true, database: true, worker: true, migrations: true, disk: true, lastBackup: true };

test('all is well: 200, and nothing but yes and no', async () => {
  expect(await health()).toEqual({ status: 200, body: well });
});

test('a worker that no longer comes round', async () => {
  underClock(new Date((moment += 5000)), () => expectBeats(true));
  expect((await health()).status).toBe(200);
  expect(await health((moment += 61_000))).toEqual({
    status: 503,
    body: { ...well, ok: false, worker: false },
  });
  underClock(new Date(moment), beat);
  expect((await health()).status).toBe(200);
});

test('a migration that is not ours', async () => {
  const db = new Database(join(database.folder, 'everyhand.db'));
  db.exec(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '29990101000000_later')`,
  );
  db.close();
  expect(await health()).toEqual({ status: 503, body: { ...well, ok: false, migrations: false } });
});

test('no backup for a day and a half', async () => {
  moment += 37 * 3_600_000;
  expect(await health()).toEqual({ status: 503, body: { ...well, ok: false, lastBackup: false } });
  const name = new Date(moment - 3_600_000).toISOString().replaceAll(':', '-');
  mkdirSync(join(database.folder, 'backups', name), { recursive: true });
  expect((await health()).status).toBe(200);
});

test('a data folder that is gone', async () => {
  rmSync(database.folder, { recursive: true });
  expect((await health()).body).toMatchObject({ ok: false, disk: false });
});

test('a database that does not answer', async () => {
  const db = new Database(join(database.folder, 'everyhand.db'));
  db.exec(`ALTER TABLE "Event" RENAME TO "Gone"`);
  db.close();
  const { status, body } = await health();
  expect(status).toBe(503);
  expect(body).toMatchObject({ ok: false, database: false });
});
